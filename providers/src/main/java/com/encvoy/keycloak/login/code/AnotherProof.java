package com.encvoy.keycloak.login.code;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

import com.encvoy.keycloak.login.flow.Claimant;
import com.encvoy.keycloak.login.flow.FlowKind;

/**
 * Asks for a different factor instead of a second code, because two mails prove only one thing. Another method of the
 * same level takes precedence; if none is set up, the password is the other factor.
 */
final class AnotherProof {

    /** Provider id of the password authenticator. */
    private static final String PASSWORD_STEP = "encvoy-password";

    /** Authentication note: the execution that asks for the password instead of a second code. */
    private static final String PASSWORD_INSTEAD = "encvoy.code.password_instead";

    private final AuthenticationFlowContext context;

    AnotherProof(AuthenticationFlowContext context) {
        this.context = context;
    }

    void ask(Claimant claimant) {
        UserModel user = claimant.user().orElse(null);
        if (user != null && new CodeProof(context).hasAlternative(user)) {
            context.attempted();
        } else if (user != null
                && FlowKind.of(context) == FlowKind.LOGIN
                && user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            context.getAuthenticationSession()
                    .setAuthNote(PASSWORD_INSTEAD, context.getExecution().getId());
            password().authenticate(context);
        } else {
            claimant.fireError(Errors.INVALID_USER_CREDENTIALS);
            context.forceChallenge(
                    context.form().setError("encvoyCodeOneFactor").createErrorPage(Response.Status.BAD_REQUEST));
        }
    }

    /** Whether the submitted form is the password form. */
    boolean isAwaited() {
        return context.getExecution()
                .getId()
                .equals(context.getAuthenticationSession().getAuthNote(PASSWORD_INSTEAD));
    }

    void action() {
        password().action(context);
    }

    private Authenticator password() {
        return context.getSession().getProvider(Authenticator.class, PASSWORD_STEP);
    }
}
