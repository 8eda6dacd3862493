package com.encvoy.keycloak.password;

import java.util.Optional;

import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The same work for each attempt with a password while a realm holds bcrypt hashes: one bcrypt hash and one of
 * Keycloak's own, whichever kind the person has, and whether there is such a person or not. Otherwise the response time
 * would reveal who has an account.
 */
public final class EqualWork {

    /**
     * Realm attribute: {@code true} while the realm holds bcrypt hashes. Set when people move in; once all have signed
     * in or chosen a new password it can be removed, and attempts cost one hash again. Stored in realms, never to be
     * renamed.
     */
    public static final String ATTRIBUTE = "encvoy.bcrypt_passwords";

    /** A hash of the cost that Encvoy ID uses, 10, which belongs to no password. */
    private static final String NEVER_RIGHT = "$2b$10$abcdefghijklmnopqrstuuNoPasswordHasThisHashAsItsOwnxx";

    private final KeycloakSession session;
    private final Runnable keycloaks;

    /** @param keycloaks computes one hash of Keycloak's own kind and forgets it */
    public EqualWork(KeycloakSession session, Runnable keycloaks) {
        this.session = session;
        this.keycloaks = keycloaks;
    }

    /** The whole work of an attempt in which no hash is compared. */
    public void alone(String password) {
        keycloaks.run();
        bcrypt(password);
    }

    /** The remaining work of an attempt in which Keycloak compares the password with the person's hash. */
    public void besideHashOf(UserModel user, String password) {
        if (!isOn()) {
            return;
        }
        Optional<String> stored = storedBcrypt(user);
        if (stored.isPresent()) {
            keycloaks.run();
        }
        if (stored.flatMap(Bcrypt::parse).isEmpty()) {
            bcrypt(password);
        }
    }

    private boolean isOn() {
        return Boolean.parseBoolean(session.getContext().getRealm().getAttribute(ATTRIBUTE));
    }

    private void bcrypt(String password) {
        PasswordHashProvider bcrypt = isOn()
                ? session.getProvider(PasswordHashProvider.class, BcryptPasswordHashProviderFactory.PROVIDER_ID)
                : null;
        if (bcrypt != null) {
            bcrypt.verify(
                    password,
                    PasswordCredentialModel.createFromValues(
                            BcryptPasswordHashProviderFactory.PROVIDER_ID, new byte[0], 0, NEVER_RIGHT));
        }
    }

    /** The person's hash, if it is one of bcrypt's; no hash is computed for one that cannot be read. */
    private static Optional<String> storedBcrypt(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(PasswordCredentialModel::createFromCredentialModel)
                .filter(password -> BcryptPasswordHashProviderFactory.PROVIDER_ID.equals(
                        password.getPasswordCredentialData().getAlgorithm()))
                .map(password -> password.getPasswordSecretData().getValue());
    }
}
