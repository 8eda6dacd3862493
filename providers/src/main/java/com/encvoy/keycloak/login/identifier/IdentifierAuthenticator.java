package com.encvoy.keycloak.login.identifier;

import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.login.flow.Claimant;
import com.encvoy.keycloak.login.flow.FlowKind;
import com.encvoy.keycloak.login.flow.Identifier;
import com.encvoy.keycloak.login.flow.IdentifyingStep;
import com.encvoy.keycloak.login.flow.PendingRegistration;
import com.encvoy.keycloak.login.flow.ProviderConfig;
import com.encvoy.keycloak.login.flow.UserLookup;
import com.encvoy.keycloak.membership.InvitationCookie;

/**
 * Asks for user name, e-mail address or phone number in a single field. The next page is the same whether or not the
 * account exists. Keycloak's passkeys can sign in on this page without an identifier.
 */
final class IdentifierAuthenticator extends UsernamePasswordForm implements IdentifyingStep {

    /** Client note, because client notes survive a restart of the login. */
    private static final String LAST_TYPED = "encvoy.identifier";

    private static final String REMEMBER_ME = "rememberMe";

    private final KeycloakSession session;

    IdentifierAuthenticator(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (PendingRegistration.startsOver(context)) {
            return;
        }
        if (context.getUser() != null) {
            context.success();
            return;
        }
        Claimant.forget(context.getAuthenticationSession());
        if (isRecovery(context)) {
            AuthenticationManager.AuthResult signedIn =
                    AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
            if (signedIn != null) {
                context.setUser(signedIn.user());
                context.success();
                return;
            }
        }
        offerPasskeys(context);
        context.challenge(page(context, prefilled(context)));
    }

    private void offerPasskeys(AuthenticationFlowContext context) {
        if (!isRecovery(context) && isConditionalPasskeysEnabled(null)) {
            webauthnAuth.fillContextForm(context);
        }
    }

    @Override
    public UserLookup lookup(RealmModel realm, AuthenticationExecutionModel step) {
        UserSearch people = new UserSearch(session, realm);
        IdentifierConfig config = IdentifierConfig.from(ProviderConfig.of(realm, step));
        return new UserLookup() {
            @Override
            public Optional<UserModel> find(Identifier identifier) {
                return people.find(identifier, config);
            }

            @Override
            public void settle() {
                people.settle();
            }
        };
    }

    private MultivaluedMap<String, String> prefilled(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        String remembered = AuthenticationManager.getRememberMeUsername(context.getSession());
        String name = Optional.ofNullable(context.getAuthenticationSession().getClientNote(LAST_TYPED))
                .or(() -> Optional.ofNullable(
                        context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM)))
                .or(() -> InvitationCookie.email(
                        context.getSession(), context.getAuthenticationSession().getClient()))
                .orElse(remembered);
        if (name != null) {
            form.add(AuthenticationManager.FORM_USERNAME, name);
        }
        if (remembered != null) {
            form.add(REMEMBER_ME, "on");
        }
        return form;
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        Identifier identifier = Identifier.of(form.getFirst(AuthenticationManager.FORM_USERNAME));
        if (identifier.isEmpty()) {
            context.getEvent().error(Errors.USERNAME_MISSING);
            offerPasskeys(context);
            LoginFormsProvider page = context.form()
                    .addError(new FormMessage(AuthenticationManager.FORM_USERNAME, Messages.MISSING_USERNAME));
            context.forceChallenge(labelled(context, page, isRecovery(context)));
            return false;
        }
        if (!isRecovery(context)) {
            noteRememberMe(context, form);
        }
        context.getEvent().detail(Details.USERNAME, identifier.text());
        context.getAuthenticationSession().setClientNote(LAST_TYPED, identifier.text());
        Claimant.remember(context, identifier);
        context.success();
        return false;
    }

    /** Same as Keycloak's own method, which is private in 26.6. May go when 26.6 is no longer supported. */
    private static void noteRememberMe(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (context.getRealm().isRememberMe() && "on".equalsIgnoreCase(form.getFirst(REMEMBER_ME))) {
            login.setAuthNote(Details.REMEMBER_ME, "true");
            context.getEvent().detail(Details.REMEMBER_ME, "true");
        } else {
            login.removeAuthNote(Details.REMEMBER_ME);
        }
    }

    /** Called by Keycloak to display the page again after a failed passkey. */
    @Override
    protected Response createLoginForm(LoginFormsProvider form) {
        return form.createLoginUsername();
    }

    private static Response page(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        return labelled(context, context.form().setFormData(form), isRecovery(context));
    }

    private static Response labelled(AuthenticationFlowContext context, LoginFormsProvider page, boolean recovery) {
        IdentifierConfig config = IdentifierConfig.from(ProviderConfig.of(context));
        LoginFormsProvider labelled = IdentifierPage.labelled(page, config, context.getRealm());
        return recovery ? labelled.createPasswordReset() : labelled.createLoginUsername();
    }

    private static boolean isRecovery(AuthenticationFlowContext context) {
        return FlowKind.of(context) == FlowKind.RECOVERY;
    }
}
