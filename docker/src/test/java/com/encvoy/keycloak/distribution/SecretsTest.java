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

import com.encvoy.keycloak.command.UserError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretsTest {

    @TempDir
    private Path temp;

    private TrialFolder folder;

    @BeforeEach
    void open() throws IOException {
        folder = TrialFolder.open(temp);
    }

    @AfterEach
    void close() throws IOException {
        folder.close();
    }

    @Test
    void secretsAreKeptOverRestarts() throws IOException {
        assertThat(Secrets.of(folder)).isEqualTo(Secrets.of(folder));
    }

    @Test
    void everySecretIsDifferentAndHas256Bits() throws IOException {
        Secrets secrets = Secrets.of(folder);

        assertThat(List.of(secrets.clientSecret(), secrets.adminPassword(), secrets.demoPassword()))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerCanReadThem() throws IOException {
        Secrets.of(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.secrets())))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileIsReportedInOneSentence() throws IOException {
        Files.writeString(folder.secrets(), "admin.password=only");

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Secrets.of(folder))
                .withMessage(
                        folder.secrets() + " is damaged: restore it, or start over in another folder with --home.");
    }

    @Test
    void theyAreNotPrintedByAccident() throws IOException {
        Secrets secrets = Secrets.of(folder);

        assertThat(secrets.toString())
                .doesNotContain(secrets.clientSecret(), secrets.adminPassword(), secrets.demoPassword());
    }
}
