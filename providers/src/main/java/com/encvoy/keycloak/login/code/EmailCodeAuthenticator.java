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
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.ending.AccessDenied;
import com.encvoy.keycloak.login.code.IssuedCodes.Verdict;
import com.encvoy.keycloak.login.flow.AccountSwitch;
import com.encvoy.keycloak.login.flow.BaseAuthenticator;
import com.encvoy.keycloak.login.flow.Claimant;
import com.encvoy.keycloak.login.flow.PendingRegistration;
import com.encvoy.keycloak.login.flow.ProviderConfig;
import com.encvoy.keycloak.login.flow.SelectedAuthenticator;
import com.encvoy.keycloak.login.flow.SupersededLogin;

/**
 * Asks for a code sent by e-mail: as first or second factor, to recover a password, or to verify the address of a new
 * account, depending on the flow and the position in it.
 */
final class EmailCodeAuthenticator extends BaseAuthenticator {

    static final EmailCodeAuthenticator INSTANCE = new EmailCodeAuthenticator();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (startsOver(context)) {
            return;
        }
        Claimant claimant = Claimant.of(context);
        CodePurpose purpose = CodePurpose.of(context);
        if (isNotNeeded(context, purpose)) {
            context.success();
            return;
        }
        if (purpose != CodePurpose.VERIFICATION && new CodeProof(context).isAllThereIs()) {
            new AnotherProof(context).ask(claimant);
            return;
        }
        if (claimant.isAuthenticated()
                && !new CodeAdmission(context, claimant, purpose, EmailCodeConfig.from(ProviderConfig.of(context)))
                        .isReachable()) {
            skip(context, claimant);
            return;
        }
        SelectedAuthenticator selected = new SelectedAuthenticator(context);
        if (selected.isOtherExecution()) {
            context.attempted();
            return;
        }
        selected.reofferAlternatives();
        CodeChallenge challenge = challenge(context, claimant, purpose);
        context.challenge(
                challenge.page(new AddressCorrection(context).form(), challenge.sendFirst(context.getEvent())));
    }

    /** An address verified elsewhere was verified by its owner, who may not be the user at this browser. */
    private static boolean startsOver(AuthenticationFlowContext context) {
        if (PendingRegistration.startsOver(context) || Claimant.startsOver(context)) {
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

    /** Users without an e-mail address use another method; if there is none, an error page gives the reason. */
    private static void skip(AuthenticationFlowContext context, Claimant claimant) {
        if (context.getExecution().isAlternative()) {
            context.attempted();
            return;
        }
        claimant.fireError(Errors.INVALID_EMAIL);
        context.forceChallenge(
                context.form().setError("encvoyCodeNoAddress").createErrorPage(Response.Status.BAD_REQUEST));
    }

    /** Keycloak offers only second factors the user has configured. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return CodeRecipient.hasAddress(user);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (startsOver(context)) {
            return;
        }
        if (AccountSwitch.isChosen(context.getHttpRequest())) {
            context.forceChallenge(AccountSwitch.redirect(context));
            return;
        }
        AnotherProof another = new AnotherProof(context);
        if (another.isAwaited()) {
            another.action();
            return;
        }
        AddressCorrection correction = new AddressCorrection(context);
        if (correction.isChosen()) {
            correction.begin();
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        Claimant claimant = Claimant.of(context);
        CodeChallenge challenge = challenge(context, claimant, CodePurpose.of(context));
        if (form.containsKey(CodeChallenge.RESEND)) {
            context.forceChallenge(
                    challenge.page(new AddressCorrection(context).form(), challenge.send(context.getEvent())));
            return;
        }
        String typed = form.getFirst(CodeChallenge.FIELD);
        if (StringUtil.isBlank(typed)) {
            context.forceChallenge(challenge.page(new AddressCorrection(context).form(), "encvoyCodeMissing"));
            return;
        }
        Verdict verdict = challenge.check(typed);
        if (verdict == Verdict.RIGHT) {
            succeed(context, claimant);
        } else {
            refuse(context, claimant, challenge, verdict);
        }
    }

    private static void succeed(AuthenticationFlowContext context, Claimant claimant) {
        if (CodePurpose.of(context) == CodePurpose.VERIFICATION) {
            if (!VerifyEmailAction.verified(context.getEvent(), context.getUser())) {
                context.forceChallenge(AccessDenied.page(context, AccessDenied.READ_ONLY));
                return;
            }
            SupersededLogin.noteOwnChange(context.getAuthenticationSession(), context.getUser());
        } else {
            claimant.authenticate();
            new CodeProof(context).note();
        }
        context.success(OTPCredentialModel.TYPE);
    }

    private static void refuse(
            AuthenticationFlowContext context, Claimant claimant, CodeChallenge challenge, Verdict verdict) {
        context.getEvent().detail(Details.CREDENTIAL_TYPE, CodeRecipient.CREDENTIAL_TYPE);
        Optional<String> lock = claimant.bruteForceLockError();
        if (verdict == Verdict.EXPIRED) {
            claimant.fireError(Errors.EXPIRED_CODE);
        } else if (lock.isPresent()) {
            claimant.fireError(lock.get());
        } else {
            // Anyone can try the first factor: its failures must not be counted as those of a second one, for which
            // Keycloak can lock the account permanently.
            claimant.countFailure(claimant.isAuthenticated() ? OTPCredentialModel.TYPE : PasswordCredentialModel.TYPE);
            if (verdict == Verdict.EXHAUSTED || verdict == Verdict.SPENT) {
                context.getEvent().detail(Details.REASON, "too_many_attempts");
            }
            claimant.fireError(Errors.INVALID_USER_CREDENTIALS);
        }
        context.forceChallenge(challenge.page(new AddressCorrection(context).form(), verdict.message()));
    }

    private static CodeChallenge challenge(AuthenticationFlowContext context, Claimant claimant, CodePurpose purpose) {
        EmailCodeConfig config = EmailCodeConfig.from(ProviderConfig.of(context));
        CodeRecipient recipient = new CodeRecipient(
                claimant.user().orElse(null), new CodeAdmission(context, claimant, purpose, config).mayBeSent());
        return new CodeChallenge(
                context.getSession(),
                context.getAuthenticationSession(),
                context.getExecution().getId(),
                config,
                purpose,
                recipient,
                claimant.isAuthenticated() && purpose != CodePurpose.VERIFICATION);
    }
}
