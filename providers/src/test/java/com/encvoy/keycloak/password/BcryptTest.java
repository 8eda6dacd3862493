package com.encvoy.keycloak.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BcryptTest {

    private static String hash(String version, String password, int cost) {
        return OpenBSDBCrypt.generate(
                version,
                password.getBytes(StandardCharsets.UTF_8),
                "sixteen bytes 16".getBytes(StandardCharsets.US_ASCII),
                cost);
    }

    private static boolean matches(String hash, String password) {
        return Bcrypt.parse(hash).orElseThrow().matches(password);
    }

    /** Published vectors of other implementations, so that two faults of the same kind do not agree. */
    @ParameterizedTest
    @CsvSource({
        "U*U, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "abc, $2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"
    })
    void hashesOfOtherImplementationsAreVerified(String password, String hash) {
        assertThat(matches(hash, password)).isTrue();
        assertThat(matches(hash, password + "x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2a", "2b", "2y"})
    void allVersionsAreVerifiedAlike(String version) {
        String hash = hash(version, "пароль", 4);

        assertThat(matches(hash, "пароль")).isTrue();
        assertThat(matches(hash, "Пароль")).isFalse();
    }

    @Test
    void onlyTheFirstSeventyTwoBytesOfAPasswordCount() {
        String password = "é".repeat(36);
        String hash = hash("2b", password, 4);

        assertThat(matches(hash, password + " and more")).isTrue();
        assertThat(matches(hash, "é".repeat(35) + "e")).isFalse();
    }

    @Test
    void thePasswordMayBeCutWithinACharacter() {
        String password = "a" + "é".repeat(36);
        byte[] cut = Arrays.copyOf(password.getBytes(StandardCharsets.UTF_8), 72);
        String hash = OpenBSDBCrypt.generate("2b", cut, new byte[16], 4);

        assertThat(matches(hash, password)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "$2b$10$short",
                "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$15$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                " $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$argon2id$v=19$m=7168,t=5,p=1$c2FsdA$aGFzaA"
            })
    void whatIsNoHashOrCostsTooMuchIsNeverComputed(String hash) {
        assertThat(Bcrypt.parse(hash)).isEmpty();
    }
}
