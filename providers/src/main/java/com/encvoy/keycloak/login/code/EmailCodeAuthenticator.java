package com.encvoy.keycloak.login.code;

import java.util.Optional;

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
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.login.code.EmailCodes.Verdict;
import com.encvoy.keycloak.login.flow.Candidate;
import com.encvoy.keycloak.login.flow.ChosenMethod;
import com.encvoy.keycloak.login.flow.PendingRegistration;
import com.encvoy.keycloak.login.flow.Step;
import com.encvoy.keycloak.login.flow.StepOptions;
import com.encvoy.keycloak.login.flow.SupersededLogin;

/**
 * Asks for a code sent by e-mail: to sign in, as a second factor, to recover a password, or to verify the address of a
 * new account, depending on the flow and the place in it.
 */
final class EmailCodeAuthenticator extends Step {

    static final EmailCodeAuthenticator INSTANCE = new EmailCodeAuthenticator();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (startsOver(context)) {
            return;
        }
        Candidate candidate = Candidate.of(context);
        CodePurpose purpose = CodePurpose.of(context);
        if (isNotNeeded(context, purpose)) {
            context.success();
            return;
        }
        if (purpose != CodePurpose.VERIFICATION && new CodeProof(context).isAllThereIs()) {
            new AnotherProof(context).ask(candidate);
            return;
        }
        if (candidate.isIdentified()
                && !new CodeAdmission(context, candidate, purpose, EmailCodeConfig.from(StepOptions.of(context)))
                        .isReachable()) {
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

    /** An address that was verified elsewhere is verified by its owner, who need not be the one who waits here. */
    private static boolean startsOver(AuthenticationFlowContext context) {
        if (PendingRegistration.startsOver(context)) {
            return true;
        }
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean verifiedElsewhere = CodePurpose.of(context) == CodePurpose.VERIFICATION
                && context.getUser() != null
                && context.getUser().isEmailVerified()
                && !PendingRegistration.hasVerifiedAddress(login);
        if (verifiedElsewhere) {
            SupersededLogin.startOver(context);
        }
        return verifiedElsewhere || SupersededLogin.startsOver(context);
    }

    private static boolean isNotNeeded(AuthenticationFlowContext context, CodePurpose purpose) {
        if (purpose == CodePurpose.VERIFICATION) {
            return PendingRegistration.hasVerifiedAddress(context.getAuthenticationSession())
                    || !VerifyEmailAction.isPossible(context.getSession(), context.getRealm());
        }
        return AuthenticatorUtil.getAuthnCredentials(context.getAuthenticationSession())
                .contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
    }

    /** A person without an e-mail address takes another method; where there is none, the page gives the reason. */
    private static void skip(AuthenticationFlowContext context, Candidate candidate) {
        if (context.getExecution().isAlternative()) {
            context.attempted();
            return;
        }
        candidate.report(Errors.INVALID_EMAIL);
        context.forceChallenge(
                context.form().setError("encvoyCodeNoAddress").createErrorPage(Response.Status.BAD_REQUEST));
    }

    /** Keycloak asks people for a second factor that they have. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return CodeRecipient.hasAddress(user);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (startsOver(context)) {
            return;
        }
        AnotherProof another = new AnotherProof(context);
        if (another.isAwaited()) {
            another.action();
            return;
        }
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
            SupersededLogin.noteOwnChange(context.getAuthenticationSession(), context.getUser());
        } else {
            candidate.confirm();
            new CodeProof(context).note();
        }
        context.success(OTPCredentialModel.TYPE);
    }

    private static void refuse(
            AuthenticationFlowContext context, Candidate candidate, CodeDialog dialog, Verdict verdict) {
        context.getEvent().detail(Details.CREDENTIAL_TYPE, CodeRecipient.CREDENTIAL_TYPE);
        Optional<String> lock = candidate.lock();
        if (verdict == Verdict.EXPIRED) {
            candidate.report(Errors.EXPIRED_CODE);
        } else if (lock.isPresent()) {
            candidate.report(lock.get());
        } else {
            // As a first proof anybody may try: it must not count as a second one, for which Keycloak can lock for
            // good.
            candidate.countFailure(candidate.isIdentified() ? OTPCredentialModel.TYPE : PasswordCredentialModel.TYPE);
            if (verdict == Verdict.EXHAUSTED || verdict == Verdict.SPENT) {
                context.getEvent().detail(Details.REASON, "too_many_attempts");
            }
            candidate.report(Errors.INVALID_USER_CREDENTIALS);
        }
        context.forceChallenge(dialog.page(context.form(), verdict.message()));
    }

    private static CodeDialog dialog(AuthenticationFlowContext context, Candidate candidate, CodePurpose purpose) {
        EmailCodeConfig config = EmailCodeConfig.from(StepOptions.of(context));
        CodeRecipient recipient = new CodeRecipient(
                candidate.user().orElse(null), new CodeAdmission(context, candidate, purpose, config).mayBeSent());
        return new CodeDialog(
                context.getSession(),
                context.getAuthenticationSession(),
                context.getExecution().getId(),
                config,
                purpose,
                recipient,
                candidate.isIdentified() && purpose != CodePurpose.VERIFICATION);
    }
}
