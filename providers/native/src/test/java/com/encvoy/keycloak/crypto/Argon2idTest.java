package com.encvoy.keycloak.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compared with hashes of the reference implementation's command: {@code echo -n password | argon2 salt -id -t
 * iterations -k memory -l length -r}.
 */
class Argon2idTest {

    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Argon2id argon2id = Argon2id.load().code().orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "'correct horse battery staple', 32, 7168, 5, 8856056ddebe6204a9052f79cca49e0a2a8c23a45f8305df89ba4c93901bc506",
        "'Ünïcödé пароль 🔑', 32, 7168, 5, 0f20e340a9dc33a7c04b68f9352d0b5ffa892648c789279398eab44a8f267423",
        "'x', 16, 8, 1, eeffb50cec169acc53995f74ab28bd0c",
        "'password', 64, 19456, 2, "
                + "83e671b61f3cbbc1ac17ec46e188aac28ab0aa0cb78fb1d26e4370ca21611e72dd04eb86cb309fe92eea0158b4d"
                + "93b5705d51ba12e4564a3401d42f3071b94d3"
    })
    void aHashIsThatOfTheReferenceImplementation(String password, int length, int memory, int iterations, String hash) {
        assertThat(argon2id.hash(password, SALT, length, memory, iterations).map(HexFormat.of()::formatHex))
                .contains(hash);
    }

    @Test
    void whatLibsodiumCannotDoIsLeftToOthers() {
        assertThat(argon2id.hash("password", new byte[8], 32, 64, 2))
                .as("a short salt")
                .isEmpty();
        assertThat(argon2id.hash("password", SALT, 8, 64, 2)).as("a short hash").isEmpty();
        assertThat(argon2id.hash("password", SALT, 32, 4, 2))
                .as("little memory")
                .isEmpty();
        assertThat(argon2id.hash("password", SALT, 32, 64, 0))
                .as("no iterations")
                .isEmpty();
        assertThat(argon2id.hash("half a \ud83d", SALT, 32, 64, 2))
                .as("half a character")
                .isEqualTo(Optional.empty());
    }
}
