package com.encvoy.keycloak.password;

import java.util.Optional;

import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Verifies passwords of people who moved in, whose hashes are bcrypt's. It makes no new ones: Keycloak asks the hash
 * provider of the realm's policy whether a verified password must be hashed again, and replaces it at the first
 * sign-in.
 */
final class BcryptPasswordHashProvider implements PasswordHashProvider {

    private final KeycloakSession session;

    BcryptPasswordHashProvider(KeycloakSession session) {
        this.session = session;
    }

    /** Asked if the policy names {@code bcrypt}; the answer is no for what this provider verifies. */
    @Override
    public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
        return keycloaks().policyCheck(policy, credential);
    }

    /** A password policy that names {@code bcrypt} gets Keycloak's default hash. */
    @Override
    public PasswordCredentialModel encodedCredential(String password, int iterations) {
        return keycloaks().encodedCredential(password, iterations);
    }

    private PasswordHashProvider keycloaks() {
        return session.getProvider(PasswordHashProvider.class);
    }

    @Override
    public boolean verify(String password, PasswordCredentialModel credential) {
        Optional<Bcrypt> hash = Bcrypt.parse(credential.getPasswordSecretData().getValue());
        return hash.isPresent() && hash.get().matches(password);
    }

    @Override
    public String credentialHashingStrength(PasswordCredentialModel credential) {
        return "Bcrypt"
                + Bcrypt.parse(credential.getPasswordSecretData().getValue())
                        .map(hash -> " [cost=" + hash.cost() + "]")
                        .orElse("");
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
