package com.encvoy.keycloak.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.Salt;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.dto.PasswordCredentialData;
import org.keycloak.tracing.TracingProviderUtil;

/**
 * Keycloak's hash {@code argon2}, computed by libsodium if it supports the parameters. Stored hashes have the same
 * format, so each implementation can verify those of the other. Delegates to Keycloak's provider for everything else,
 * such as other variants of Argon2 or several lanes.
 */
final class SodiumArgon2PasswordHashProvider implements PasswordHashProvider {

    /** Names of Keycloak's provider in traces. */
    private static final String TRACER = "Argon2PasswordHashProvider";

    private static final String SPAN = TRACER + ".encode";

    private final PasswordHashProvider keycloaks;
    private final Argon2id argon2id;
    private final Semaphore cores;
    private final Map<Integer, PasswordCredentialData> costs;

    /**
     * @param cores limits how many hashes are computed concurrently
     * @param costs the parameters Keycloak's provider would store with a hash, by the requested number of iterations
     */
    SodiumArgon2PasswordHashProvider(
            PasswordHashProvider keycloaks,
            Argon2id argon2id,
            Semaphore cores,
            Map<Integer, PasswordCredentialData> costs) {
        this.keycloaks = keycloaks;
        this.argon2id = argon2id;
        this.cores = cores;
        this.costs = costs;
    }

    @Override
    public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
        return keycloaks.policyCheck(policy, credential);
    }

    @Override
    public String credentialHashingStrength(PasswordCredentialModel credential) {
        return keycloaks.credentialHashingStrength(credential);
    }

    /** Takes as long as {@link #verify}: Keycloak calls it for users that do not exist. */
    @Override
    public PasswordCredentialModel encodedCredential(String rawPassword, int iterations) {
        PasswordCredentialData cost = costs.computeIfAbsent(
                iterations, asked -> keycloaks.encodedCredential("", asked).getPasswordCredentialData());
        byte[] salt = Salt.generateSalt();
        return hash(rawPassword, salt, cost)
                .map(hash -> PasswordCredentialModel.createFromValues(
                        cost.getAlgorithm(),
                        salt,
                        cost.getHashIterations(),
                        cost.getAdditionalParameters(),
                        Base64.getEncoder().encodeToString(hash)))
                .orElseGet(() -> keycloaks.encodedCredential(rawPassword, iterations));
    }

    @Override
    public boolean verify(String rawPassword, PasswordCredentialModel credential) {
        String stored = String.valueOf(credential.getPasswordSecretData().getValue());
        return hash(rawPassword, credential.getPasswordSecretData().getSalt(), credential.getPasswordCredentialData())
                .map(hash -> MessageDigest.isEqual(
                        Base64.getEncoder().encode(hash), stored.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> keycloaks.verify(rawPassword, credential));
    }

    private Optional<byte[]> hash(String password, byte[] salt, PasswordCredentialData cost) {
        MultivaluedHashMap<String, String> parameters = cost.getAdditionalParameters();
        if (!"id".equals(parameters.getFirst("type"))
                || !"1.3".equals(parameters.getFirst("version"))
                || !"1".equals(parameters.getFirst("parallelism"))) {
            return Optional.empty();
        }
        int length = Integer.parseInt(parameters.getFirst("hashLength"));
        int memory = Integer.parseInt(parameters.getFirst("memory"));
        AtomicReference<Optional<byte[]>> hash = new AtomicReference<>();
        TracingProviderUtil.getTracingProvider().trace(TRACER, SPAN, span -> {
            cores.acquireUninterruptibly();
            try {
                hash.set(argon2id.hash(password, salt, length, memory, cost.getHashIterations()));
            } finally {
                cores.release();
            }
        });
        return hash.get();
    }

    @Override
    public void close() {
        keycloaks.close();
    }
}
