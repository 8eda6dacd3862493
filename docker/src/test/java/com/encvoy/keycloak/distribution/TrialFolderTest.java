package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.encvoy.keycloak.command.UserError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrialFolderTest {

    @TempDir
    private Path temp;

    @Test
    void isUsedByOneRunAtATime() throws IOException {
        Path path = temp.resolve("home");
        TrialFolder first = TrialFolder.open(path);

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> TrialFolder.open(path))
                .withMessage("Another run uses " + path + ": stop it or choose another folder with --home.");

        first.close();
        TrialFolder.open(path).close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isAccessibleToItsOwnerOnly() throws IOException {
        try (TrialFolder folder = TrialFolder.open(temp.resolve("home"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void keepsTheDatabaseOutsideOfTheInstallation() throws IOException {
        try (TrialFolder folder = TrialFolder.open(temp.resolve("home"))) {
            assertThat(folder.databaseUrl())
                    .startsWith("jdbc:h2:file:")
                    .contains("/home/data/h2/keycloakdb;")
                    .doesNotContain("\\");
        }
    }
}
