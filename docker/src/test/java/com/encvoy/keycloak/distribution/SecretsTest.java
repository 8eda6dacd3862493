package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretsTest {

    @TempDir
    private Path temp;

    private Home home;

    @BeforeEach
    void open() throws IOException {
        home = Home.open(temp);
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    @Test
    void secretsAreKeptOverRestarts() throws IOException {
        assertThat(Secrets.of(home)).isEqualTo(Secrets.of(home));
    }

    @Test
    void everySecretIsOneOfItsOwnWith256Bits() throws IOException {
        Secrets secrets = Secrets.of(home);

        assertThat(List.of(secrets.clientSecret(), secrets.adminPassword(), secrets.demoPassword()))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyButTheOwnerReadsThem() throws IOException {
        Secrets.of(home);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileIsToldInOneSentence() throws IOException {
        Files.writeString(home.secrets(), "admin.password=only");

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Secrets.of(home))
                .withMessage(
                        home.secrets() + " is damaged: restore it, or start afresh with another folder with --home.");
    }

    @Test
    void theyDoNotSlipIntoMessages() throws IOException {
        Secrets secrets = Secrets.of(home);

        assertThat(secrets.toString())
                .doesNotContain(secrets.clientSecret(), secrets.adminPassword(), secrets.demoPassword());
    }
}
