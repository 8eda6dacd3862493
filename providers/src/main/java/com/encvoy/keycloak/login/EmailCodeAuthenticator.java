package com.encvoy.keycloak.login;

import java.util.Optional;

import com.encvoy.keycloak.login.EmailCodes.Verdict;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Asks for a code sent by e-mail: to sign in, as a second factor, to recover a password, or to verify the address of a new
 * account, depending on the flow and the place in it.
 */
final class EmailCodeAuthenticator extends Step {

    static final EmailCodeAuthenticator INSTANCE = new EmailCodeAuthenticator();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Candidate candidate = Candidate.of(context);
        CodePurpose purpose = CodePurpose.of(context);
        if (isNotNeeded(context, purpose)) {
            context.success();
            return;
        }
        if (candidate.isIdentified() && !hasAddress(candidate)) {
            skip(context, candidate);
            return;
        }
        ChosenMethod chosen = new ChosenMethod(context);
        if (chosen.isAnother()) {
            context.attempted();
            return;
        }
        chosen.offerOthers();
        CodeDialog dialog = dialog(context, candidate, purpose);
        context.challenge(dialog.page(context.form(), dialog.open(context.getEvent())));
    }

    private static boolean isNotNeeded(AuthenticationFlowContext context, CodePurpose purpose) {
        if (purpose == CodePurpose.VERIFICATION) {
            boolean verifies = VerifyEmailAction.isPossible(context.getSession(), context.getRealm());
            boolean newcomer = Newcomer.isIn(context.getAuthenticationSession());
            return !verifies || newcomer && context.getUser() != null && context.getUser().isEmailVerified();
        }
        return AuthenticatorUtil.getAuthnCredentials(context.getAuthenticationSession()).contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
    }

    /** Somebody without an e-mail address takes another method; where there is none, the reason is said. */
    private static void skip(AuthenticationFlowContext context, Candidate candidate) {
        if (context.getExecution().isAlternative()) {
            context.attempted();
            return;
        }
        candidate.report(Errors.INVALID_EMAIL);
        context.forceChallenge(context.form().setError("encvoyCodeNoAddress").createErrorPage(Response.Status.BAD_REQUEST));
    }

    /** For a second factor that is asked for of whoever has one. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return CodeRecipient.hasAddress(user);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        Candidate candidate = Candidate.of(context);
        CodeDialog dialog = dialog(context, candidate, CodePurpose.of(context));
        if (form.containsKey(CodeDialog.RESEND)) {
            context.forceChallenge(dialog.page(context.form(), dialog.send(context.getEvent())));
            return;
        }
        String typed = form.getFirst(CodeDialog.FIELD);
        if (typed == null || typed.isBlank()) {
            context.forceChallenge(dialog.page(context.form(), "encvoyCodeMissing"));
            return;
        }
        Verdict verdict = dialog.check(typed);
        if (verdict == Verdict.RIGHT) {
            succeed(context, candidate);
        } else {
            refuse(context, candidate, dialog, verdict);
        }
    }

    private static void succeed(AuthenticationFlowContext context, Candidate candidate) {
        if (CodePurpose.of(context) == CodePurpose.VERIFICATION) {
            VerifyEmailAction.verified(context.getEvent(), context.getUser());
        } else {
            candidate.confirm();
        }
        context.success(OTPCredentialModel.TYPE);
    }

    private static void refuse(AuthenticationFlowContext context, Candidate candidate, CodeDialog dialog, Verdict verdict) {
        context.getEvent().detail(Details.CREDENTIAL_TYPE, CodeRecipient.CREDENTIAL_TYPE);
        Optional<String> lock = candidate.lock();
        if (verdict == Verdict.EXPIRED) {
            candidate.report(Errors.EXPIRED_CODE);
        } else if (lock.isPresent()) {
            candidate.report(lock.get());
        } else {
            // As a first proof anybody may try: it must not count as a second one, for which Keycloak can lock for good.
            candidate.countFailure(candidate.isIdentified() ? OTPCredentialModel.TYPE : PasswordCredentialModel.TYPE);
            if (verdict == Verdict.EXHAUSTED) {
                context.getEvent().detail(Details.REASON, "too_many_attempts");
            }
            candidate.report(Errors.INVALID_USER_CREDENTIALS);
        }
        context.forceChallenge(dialog.page(context.form(), message(verdict)));
    }

    static String message(Verdict verdict) {
        return switch (verdict) {
            case EXPIRED -> "encvoyCodeExpired";
            case EXHAUSTED -> "encvoyCodeExhausted";
            default -> "encvoyCodeWrong";
        };
    }

    private static CodeDialog dialog(AuthenticationFlowContext context, Candidate candidate, CodePurpose purpose) {
        EmailCodeConfig config = EmailCodeConfig.from(StepOptions.of(context));
        CodeRecipient recipient = new CodeRecipient(candidate.user().orElse(null), mayBeSentCode(candidate, purpose, config));
        return new CodeDialog(context.getSession(), context.getAuthenticationSession(), context.getExecution().getId(), config, purpose,
                recipient, candidate.isIdentified() && purpose != CodePurpose.VERIFICATION);
    }

    private static boolean mayBeSentCode(Candidate candidate, CodePurpose purpose, EmailCodeConfig config) {
        Optional<UserModel> user = candidate.user();
        if (user.isEmpty() || !hasAddress(candidate) || !user.get().isEnabled() || candidate.isLockedForGood()) {
            return false;
        }
        if (purpose != CodePurpose.SIGN_IN) {
            // Who was locked out by somebody's guesses may still recover.
            return true;
        }
        boolean trusted = candidate.isIdentified() || !config.verifiedOnly() || user.get().isEmailVerified();
        return trusted && candidate.lock().isEmpty();
    }

    private static boolean hasAddress(Candidate candidate) {
        return candidate.user().filter(CodeRecipient::hasAddress).isPresent();
    }
}
