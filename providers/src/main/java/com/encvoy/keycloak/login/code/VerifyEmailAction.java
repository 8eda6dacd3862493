package com.encvoy.keycloak.login.code;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.RequiredActions;
import com.encvoy.keycloak.ending.AccessDenied;
import com.encvoy.keycloak.login.code.IssuedCodes.Verdict;
import com.encvoy.keycloak.login.flow.AccountSwitch;
import com.encvoy.keycloak.login.flow.BaseRequiredAction;
import com.encvoy.keycloak.login.flow.ProviderConfig;
import com.encvoy.keycloak.login.flow.UserStorage;
import com.encvoy.keycloak.mail.MailServer;

/**
 * Verifies an e-mail address by a code instead of Keycloak's link. Respects the realm setting <em>Verify email</em>,
 * and does nothing while Keycloak's required action <em>Verify Email</em> is enabled: enabling that action restores the
 * link.
 */
public final class VerifyEmailAction extends BaseRequiredAction {

    static final VerifyEmailAction INSTANCE = new VerifyEmailAction();

    /** Whether an unverified address will be verified, by this action or by Keycloak's, before the login completes. */
    public static boolean isDue(AuthenticationFlowContext context) {
        return isOurs(context.getSession(), context.getRealm(), context.getUser()) || isKeycloaks(context.getRealm());
    }

    private static boolean isKeycloaks(RealmModel realm) {
        return realm.isVerifyEmail() && RequiredActions.isEnabled(realm, UserModel.RequiredAction.VERIFY_EMAIL.name());
    }

    /** Whether the realm requires verified addresses and can send mails. */
    public static boolean isPossible(KeycloakSession session, RealmModel realm) {
        return realm.isVerifyEmail() && new MailServer(session, realm).isConfigured();
    }

    /**
     * Marks the address as verified.
     *
     * @return whether the user's storage has accepted that
     */
    static boolean verified(EventBuilder event, UserModel user) {
        if (!UserStorage.write(user, person -> person.setEmailVerified(true)) || !user.isEmailVerified()) {
            return false;
        }
        event.clone()
                .event(EventType.VERIFY_EMAIL)
                .user(user)
                .detail(Details.EMAIL, user.getEmail())
                .success();
        return true;
    }

    private static boolean isOurs(KeycloakSession session, RealmModel realm, UserModel user) {
        return !user.isEmailVerified()
                && CodeRecipient.hasAddress(user)
                && RequiredActions.isEnabled(realm, VerifyEmailActionFactory.PROVIDER_ID)
                && !isKeycloaks(realm)
                && isPossible(session, realm);
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (isOurs(context.getSession(), context.getRealm(), context.getUser())) {
            context.getAuthenticationSession().addRequiredAction(VerifyEmailActionFactory.PROVIDER_ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (context.getUser().isEmailVerified()) {
            context.success();
            return;
        }
        if (!CodeRecipient.hasAddress(context.getUser())) {
            context.ignore();
            return;
        }
        if (!UserStorage.acceptsVerifiedEmail(context.getUser())) {
            context.challenge(AccessDenied.page(context, AccessDenied.READ_ONLY));
            return;
        }
        CodeChallenge challenge = challenge(context);
        context.challenge(challenge.page(context.form(), challenge.sendFirst(context.getEvent())));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        CodeChallenge challenge = challenge(context);
        UserModel user = context.getUser();
        if (AccountSwitch.isChosen(context.getHttpRequest())) {
            context.challenge(AccountSwitch.redirect(context));
        } else if (user.isEmailVerified() || !CodeRecipient.hasAddress(user)) {
            context.success();
        } else if (form.containsKey(CodeChallenge.RESEND)) {
            context.challenge(challenge.page(context.form(), challenge.send(context.getEvent())));
        } else if (form.getFirst(CodeChallenge.FIELD) == null
                || form.getFirst(CodeChallenge.FIELD).isBlank()) {
            context.challenge(challenge.page(context.form(), "encvoyCodeMissing"));
        } else {
            conclude(context, challenge, challenge.check(form.getFirst(CodeChallenge.FIELD)));
        }
    }

    private static void conclude(RequiredActionContext context, CodeChallenge challenge, Verdict verdict) {
        if (verdict == Verdict.RIGHT) {
            if (verified(context.getEvent(), context.getUser())) {
                context.success();
            } else {
                context.challenge(AccessDenied.page(context, AccessDenied.READ_ONLY));
            }
            return;
        }
        context.getEvent()
                .clone()
                .event(EventType.VERIFY_EMAIL)
                .detail(Details.CREDENTIAL_TYPE, CodeRecipient.CREDENTIAL_TYPE)
                .error(verdict == Verdict.EXPIRED ? Errors.EXPIRED_CODE : Errors.INVALID_USER_CREDENTIALS);
        context.challenge(challenge.page(context.form(), verdict.message()));
    }

    private static CodeChallenge challenge(RequiredActionContext context) {
        return new CodeChallenge(
                context.getSession(),
                context.getAuthenticationSession(),
                VerifyEmailActionFactory.PROVIDER_ID,
                EmailCodeConfig.from(ProviderConfig.of(context)),
                CodePurpose.VERIFICATION,
                new CodeRecipient(context.getUser(), true),
                true);
    }
}
