package com.encvoy.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import com.encvoy.keycloak.server.StockPasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Beside the hash of the stock distribution: what one has stored, the other takes. */
class SodiumPasswordHashIT {

    private static final String PASSWORD = "Ünïcödé пароль 🔑";

    static Stream<Arguments> costs() {
        return Stream.of(Arguments.of(Map.of(), -1), Arguments.of(Map.of(), 2), Arguments.of(Map.of(), 1000),
                Arguments.of(Map.of("memory", "19456", "iterations", "2"), -1), Arguments.of(Map.of("hashLength", "64"), -1),
                Arguments.of(Map.of("parallelism", "2"), -1), Arguments.of(Map.of("type", "i"), -1), Arguments.of(Map.of("version", "1.0"), -1),
                Arguments.of(Map.of("hashLength", "12"), -1));
    }

    @ParameterizedTest
    @MethodSource("costs")
    void whatOneHasStoredTheOtherTakes(Map<String, String> options, int iterations) {
        PasswordHashProvider stock = StockPasswordHash.create(options);
        PasswordHashProvider ours = ours(stock);

        PasswordCredentialModel ofOurs = ours.encodedCredential(PASSWORD, iterations);
        PasswordCredentialModel ofStock = stock.encodedCredential(PASSWORD, iterations);

        assertThat(ofOurs.getCredentialData()).isEqualTo(ofStock.getCredentialData());
        assertThat(ofOurs.getType()).isEqualTo(ofStock.getType());
        assertThat(ofOurs.getPasswordSecretData().getSalt()).hasSameSizeAs(ofStock.getPasswordSecretData().getSalt());
        assertThat(stock.verify(PASSWORD, reread(ofOurs))).isTrue();
        assertThat(ours.verify(PASSWORD, reread(ofStock))).isTrue();
        assertThat(ours.verify(PASSWORD + " ", reread(ofStock))).isFalse();
        assertThat(ours.policyCheck(null, ofOurs)).isEqualTo(stock.policyCheck(null, ofStock));
        assertThat(ours.credentialHashingStrength(ofOurs)).isEqualTo(stock.credentialHashingStrength(ofStock));
    }

    @Test
    void everyPasswordHasASaltOfItsOwn() {
        PasswordHashProvider ours = ours(StockPasswordHash.create(Map.of()));

        assertThat(Stream.generate(() -> ours.encodedCredential(PASSWORD, -1).getSecretData()).limit(5)).doesNotHaveDuplicates();
    }

    private static PasswordHashProvider ours(PasswordHashProvider stock) {
        return new SodiumPasswordHash(stock, Argon2id.load().orElseThrow(), new Semaphore(1), new ConcurrentHashMap<>());
    }

    /** As it comes out of the database. */
    private static PasswordCredentialModel reread(PasswordCredentialModel credential) {
        return PasswordCredentialModel.createFromCredentialModel(credential);
    }
}
