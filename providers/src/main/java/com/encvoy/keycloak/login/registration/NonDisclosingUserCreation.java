package com.encvoy.keycloak.login.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.UserProfile;

import com.encvoy.keycloak.login.flow.Claimant;
import com.encvoy.keycloak.login.flow.Identifier;
import com.encvoy.keycloak.login.flow.PendingRegistration;
import com.encvoy.keycloak.login.flow.SupersededLogin;
import com.encvoy.keycloak.login.identifier.PhoneNumberValidator;
import com.encvoy.keycloak.login.identifier.PhoneNumbers;
import com.encvoy.keycloak.membership.InvitationCookie;

/**
 * Form action {@code encvoy-registration-user}: Keycloak's, except that it does not reveal whether an address is in
 * use, and prefills the form from an address that is to be corrected, {@code login_hint} or an invitation.
 */
public final class NonDisclosingUserCreation extends RegistrationUserCreation {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-registration-user";

    /** Request attribute. */
    private static final String TAKEN = NonDisclosingUserCreation.class.getName() + ".taken";

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
        return "Validates and creates the user like Keycloak's action; must be the first. Does not reveal "
                + "that an e-mail address is in use if addresses are verified, which requires the step "
                + "Encvoy: code by e-mail after the form.";
    }

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        super.buildPage(context, form);
        boolean corrected = PendingRegistration.isCorrected(context.getHttpRequest());
        if (HttpMethod.GET.equals(context.getHttpRequest().getHttpMethod()) || corrected) {
            prefilled(context).ifPresent(form::setFormData);
        }
        if (corrected) {
            form.setAttribute("encvoyFocus", UserModel.EMAIL);
        }
    }

    private static Optional<MultivaluedMap<String, String>> prefilled(FormContext context) {
        MultivaluedMap<String, String> typed = PendingRegistration.toCorrect(context.getAuthenticationSession());
        if (!typed.isEmpty()) {
            return Optional.of(typed);
        }
        String hint = context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
        return Optional.ofNullable(hint)
                .or(() -> InvitationCookie.email(
                        context.getSession(), context.getAuthenticationSession().getClient()))
                .map(name -> {
                    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
                    form.add(Identifier.of(name).looksLikeEmail() ? UserModel.EMAIL : UserModel.USERNAME, name);
                    return form;
                });
    }

    @Override
    public void validate(ValidationContext context) {
        CapturingValidationContext validation = new CapturingValidationContext(context);
        super.validate(validation);
        RegistrationNames names = RegistrationNames.of(context);
        boolean hides = EmailInUse.isConcealed(context.getSession(), context.getRealm());
        List<FormMessage> shown =
                names.withProblem(validation.messages(), message -> hides && names.isAboutTakenAddress(message));
        if (!shown.isEmpty()) {
            validation.show(shown);
            return;
        }
        if (hides && (!validation.messages().isEmpty() || names.isAddressNameOfOther())) {
            context.getSession().setAttribute(TAKEN, true);
        }
        context.success();
    }

    /** Creates the account without a phone number in use, so that the visitor does not learn about it. */
    private static void dropTakenPhoneNumber(FormContext context) {
        UserModel user = context.getUser();
        String number = user.getFirstAttribute(PhoneNumbers.ATTRIBUTE);
        if (number != null && PhoneNumberValidator.isTaken(context.getSession(), number, user)) {
            user.removeAttribute(PhoneNumbers.ATTRIBUTE);
        }
    }

    @Override
    public void success(FormContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        RegistrationNames names = RegistrationNames.of(context);
        // A user named on another page of this tab is not the one who registers.
        Claimant.forget(login);
        // The next page displays these notes, whether or not there is a user.
        login.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, names.username());
        login.setAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN, "true");
        PendingRegistration.remember(login, typed(context));
        // Not earlier: the form may be rejected for another reason, and its pages must not reveal this.
        if (context.getSession().getAttribute(TAKEN) == null) {
            PendingRegistration.markEmailInUse(login, false);
            super.success(context);
        } else {
            PendingRegistration.markEmailInUse(login, true);
            holdName(context, names);
        }
        PendingRegistration.begin(login, context.getUser());
        dropTakenPhoneNumber(context);
        SupersededLogin.noteFirstProof(login, context.getUser());
    }

    /** The fields of the profile, and no password. */
    private Map<String, List<String>> typed(FormContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        Set<String> fields =
                getOrCreateUserProfile(context, form).getAttributes().nameSet();
        return form.entrySet().stream()
                .filter(field -> fields.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Does what Keycloak does for a registration, except creating an account with another user's address. */
    private void holdName(FormContext context, RegistrationNames names) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.setClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM, names.username());
        UserProfile profile =
                getOrCreateUserProfile(context, context.getHttpRequest().getDecodedFormParameters());
        context.setUser(HeldName.hold(context.getSession(), names, profile.getAttributes()));
        EmailInUse.notifyOwner(context, names.email());
        context.newEvent().event(EventType.LOGIN).client(login.getClient());
    }
}
