package com.encvoy.keycloak.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;

import com.encvoy.keycloak.server.StockPasswordHash;

import static org.assertj.core.api.Assertions.assertThat;

/** Compared with the hash of the stock distribution: each accepts hashes that the other has stored. */
class SodiumArgon2PasswordHashIT {

    private static final String PASSWORD = "Ünïcödé пароль 🔑";

    private static final Map<String, String> DEFAULTS = Map.of();

    static Stream<Arguments> done() {
        return Stream.of(
                Arguments.of(DEFAULTS, -1),
                Arguments.of(DEFAULTS, 2),
                Arguments.of(DEFAULTS, 1000),
                Arguments.of(Map.of("memory", "19456", "iterations", "2"), -1),
                Arguments.of(Map.of("hashLength", "64"), -1));
    }

    static Stream<Arguments> left() {
        return Stream.of(
                        Map.of("parallelism", "2"),
                        Map.of("type", "i"),
                        Map.of("version", "1.0"),
                        Map.of("hashLength", "12"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("done")
    void whatOneHasStoredTheOtherTakes(Map<String, String> options, int iterations) {
        PasswordHashProvider stock = StockPasswordHash.create(options);
        Observed observed = new Observed(stock);
        PasswordHashProvider ours = ours(observed);

        areAlike(ours, stock, iterations);
        assertThat(observed.calls()).as("what Keycloak's own was asked for").containsExactly("encodedCredential");
    }

    @ParameterizedTest
    @MethodSource("left")
    void whatLibsodiumDoesNotDoIsLeftToKeycloaksOwn(Map<String, String> options) {
        PasswordHashProvider stock = StockPasswordHash.create(options);
        Observed observed = new Observed(stock);

        areAlike(ours(observed), stock, -1);
        assertThat(observed.calls())
                .as("what Keycloak's own was asked for")
                .containsExactly("encodedCredential", "encodedCredential", "verify", "verify");
    }

    private static void areAlike(PasswordHashProvider ours, PasswordHashProvider stock, int iterations) {
        PasswordCredentialModel ofOurs = ours.encodedCredential(PASSWORD, iterations);
        PasswordCredentialModel ofStock = stock.encodedCredential(PASSWORD, iterations);

        assertThat(ofOurs.getCredentialData()).isEqualTo(ofStock.getCredentialData());
        assertThat(ofOurs.getType()).isEqualTo(ofStock.getType());
        assertThat(ofOurs.getPasswordSecretData().getSalt())
                .hasSameSizeAs(ofStock.getPasswordSecretData().getSalt());
        assertThat(stock.verify(PASSWORD, reread(ofOurs))).isTrue();
        assertThat(ours.verify(PASSWORD, reread(ofStock))).isTrue();
        assertThat(ours.verify(PASSWORD + " ", reread(ofStock))).isFalse();
        assertThat(ours.policyCheck(null, ofOurs)).isEqualTo(stock.policyCheck(null, ofStock));
        assertThat(ours.credentialHashingStrength(ofOurs)).isEqualTo(stock.credentialHashingStrength(ofStock));
    }

    @Test
    void whatIsStoredInAnotherFormIsRefusedAsKeycloaksOwnDoes() {
        PasswordHashProvider stock = StockPasswordHash.create(DEFAULTS);
        PasswordHashProvider ours = ours(stock);
        String right = stock.encodedCredential("", -1).getSecretData();

        for (String secret : List.of(
                right,
                right.replaceAll("(\"value\":\"[^\"]*)=\"", "$1\""),
                right.replaceAll("\"value\":\"[^\"]*", "\"value\":\"no Base64!"),
                right.replaceAll("\"value\":\"[^\"]*\"", "\"value\":null"),
                right.replaceAll("\"salt\":\"[^\"]*\"", "\"salt\":null"),
                right.replaceAll("\"salt\":\"[^\"]*\"", "\"salt\":\"c2hvcnQ=\""))) {
            PasswordCredentialModel odd = reread(stock.encodedCredential("", -1));
            odd.setSecretData(secret);
            assertThat(ours.verify("", reread(odd)))
                    .as(secret)
                    .isEqualTo(stock.verify("", reread(odd)))
                    .isEqualTo(secret.equals(right));
        }
    }

    @Test
    void everyPasswordHasASaltOfItsOwn() {
        PasswordHashProvider ours = ours(StockPasswordHash.create(DEFAULTS));

        assertThat(Stream.generate(() -> ours.encodedCredential(PASSWORD, -1).getSecretData())
                        .limit(5))
                .doesNotHaveDuplicates();
    }

    @Test
    void whereKeycloakHasNoArgon2AsInFipsModeThereIsNoneOfOurs() {
        assertThat(new SodiumArgon2PasswordHashProviderFactory().isSupported(Config.scope("passwordHashing", "argon2")))
                .isFalse();
    }

    private static PasswordHashProvider ours(PasswordHashProvider stock) {
        return new SodiumArgon2PasswordHashProvider(
                stock, Argon2id.load().code().orElseThrow(), new Semaphore(1), new ConcurrentHashMap<>());
    }

    /** A hash as read from the database. */
    private static PasswordCredentialModel reread(PasswordCredentialModel credential) {
        return PasswordCredentialModel.createFromCredentialModel(credential);
    }

    /** Keycloak's own hash, which records the computations it is asked for. */
    private record Observed(PasswordHashProvider stock, List<String> calls) implements PasswordHashProvider {

        Observed(PasswordHashProvider stock) {
            this(stock, new ArrayList<>());
        }

        @Override
        public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
            return stock.policyCheck(policy, credential);
        }

        @Override
        public String credentialHashingStrength(PasswordCredentialModel credential) {
            return stock.credentialHashingStrength(credential);
        }

        @Override
        public PasswordCredentialModel encodedCredential(String rawPassword, int iterations) {
            calls.add("encodedCredential");
            return stock.encodedCredential(rawPassword, iterations);
        }

        @Override
        public boolean verify(String rawPassword, PasswordCredentialModel credential) {
            calls.add("verify");
            return stock.verify(rawPassword, credential);
        }

        @Override
        public void close() {
            stock.close();
        }
    }
}
