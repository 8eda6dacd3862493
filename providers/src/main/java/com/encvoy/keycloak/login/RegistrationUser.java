package com.encvoy.keycloak.login;

import java.util.List;
import java.util.Optional;

import com.encvoy.keycloak.membership.InvitationCookie;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.messages.Messages;

/**
 * Form action {@code encvoy-registration-user}: Keycloak's, but an address that is taken is not revealed, and the form is
 * prefilled from {@code login_hint} or an invitation.
 */
public final class RegistrationUser extends RegistrationUserCreation {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-registration-user";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Encvoy: registration user creation";
    }

    @Override
    public String getHelpText() {
        return "Validates and creates the user, as Keycloak's action does; must be the first. An e-mail address that is taken is not"
                + " revealed where addresses are verified, which needs the step Encvoy: code by e-mail after the form.";
    }

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        super.buildPage(context, form);
        if (HttpMethod.GET.equals(context.getHttpRequest().getHttpMethod())) {
            prefilled(context).ifPresent(form::setFormData);
        }
    }

    private static Optional<MultivaluedMap<String, String>> prefilled(FormContext context) {
        String hint = context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
        return Optional.ofNullable(hint)
                .or(() -> InvitationCookie.email(context.getSession(), context.getAuthenticationSession().getClient()))
                .map(name -> {
                    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
                    form.add(Identifier.of(name).looksLikeEmail() ? UserModel.EMAIL : UserModel.USERNAME, name);
                    return form;
                });
    }

    @Override
    public void validate(ValidationContext context) {
        TakenAddress.notFound(context);
        if (!TakenAddress.isHidden(context.getSession(), context.getRealm())) {
            super.validate(context);
            return;
        }
        RegistrationValidation validation = new RegistrationValidation(context);
        super.validate(validation);
        List<FormMessage> shown = validation.messages().stream().filter(message -> !isTakenAddress(context, message)).toList();
        if (!shown.isEmpty()) {
            validation.show(shown);
            return;
        }
        if (!validation.messages().isEmpty()) {
            TakenAddress.found(context);
        }
        context.success();
    }

    /** Strangers are not told whose number it is: an account without one is made. */
    private static void dropTakenPhoneNumber(FormContext context) {
        UserModel user = context.getUser();
        String number = user.getFirstAttribute(PhoneNumbers.ATTRIBUTE);
        if (number != null && PhoneNumberValidator.isTaken(context.getSession(), number, user)) {
            user.removeAttribute(PhoneNumbers.ATTRIBUTE);
        }
    }

    private static boolean isTakenAddress(ValidationContext context, FormMessage message) {
        return Messages.EMAIL_EXISTS.equals(message.getMessage())
                || context.getRealm().isRegistrationEmailAsUsername() && Messages.USERNAME_EXISTS.equals(message.getMessage());
    }

    @Override
    public void success(FormContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String name = form.getFirst(context.getRealm().isRegistrationEmailAsUsername() ? UserModel.EMAIL : UserModel.USERNAME);
        // What the next page says of the person comes from here, whether there is a user or not.
        context.getAuthenticationSession().setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, name);
        context.getAuthenticationSession().setAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN, Boolean.TRUE.toString());
        if (!TakenAddress.isFound(context)) {
            super.success(context);
            Newcomer.mark(context.getAuthenticationSession());
            dropTakenPhoneNumber(context);
            return;
        }
        context.getAuthenticationSession().setClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM, name);
        TakenAddress.tellOwner(context, form.getFirst(UserModel.EMAIL));
        context.newEvent().event(EventType.LOGIN).client(context.getAuthenticationSession().getClient());
    }
}
