package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.DeleteAccount;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.authentication.requiredactions.RecoveryAuthnCodesAction;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.authentication.requiredactions.UpdateProfile;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.authentication.requiredactions.VerifyEmail;
import org.keycloak.authentication.requiredactions.VerifyUserProfile;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.broker.provider.IdpLinkAction;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's required actions that write credentials, e-mail addresses or links to other accounts, with the same ids
 * and behaviour, guarded against superseded logins (see {@link GuardedAction}). Each replaces Keycloak's factory in
 * every realm by a higher order. A test compares this list with Keycloak's required actions. The action that changes
 * the e-mail address is guarded as well, but is another one of ours.
 */
public final class GuardedActions {

    /** Higher than the order of Keycloak's factories, which is 0. */
    public static final int BEFORE_KEYCLOAK = 1;

    private GuardedActions() {}

    /** Keycloak's {@link UpdatePassword}, with the rules for passwords. */
    public static final class GuardedUpdatePassword extends UpdatePassword {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(new PasswordChoice());
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link UpdateProfile}. */
    public static final class GuardedUpdateProfile extends UpdateProfile {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link VerifyUserProfile}. */
    public static final class GuardedVerifyUserProfile extends VerifyUserProfile {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link VerifyEmail}. */
    public static final class GuardedVerifyEmail extends VerifyEmail {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link UpdateTotp}. */
    public static final class GuardedUpdateTotp extends UpdateTotp {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link WebAuthnRegisterFactory}. */
    public static final class GuardedWebAuthnRegister extends WebAuthnRegisterFactory {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link WebAuthnPasswordlessRegisterFactory}. */
    public static final class GuardedWebAuthnPasswordlessRegister extends WebAuthnPasswordlessRegisterFactory {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link RecoveryAuthnCodesAction}. */
    public static final class GuardedRecoveryCodes extends RecoveryAuthnCodesAction {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link DeleteCredentialAction}. */
    public static final class GuardedDeleteCredential extends DeleteCredentialAction {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link IdpLinkAction}. */
    public static final class GuardedIdentityProviderLink extends IdpLinkAction {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }

    /** Keycloak's {@link DeleteAccount}. */
    public static final class GuardedDeleteAccount extends DeleteAccount {

        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return GuardedAction.of(super.create(session));
        }

        @Override
        public int order() {
            return BEFORE_KEYCLOAK;
        }
    }
}
