package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.encvoy.keycloak.command.UserError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InstallationTest {

    @TempDir
    private Path temp;

    private TrialFolder folder;
    private Checkout checkout;
    private Path keycloak;
    private Installation installation;

    @BeforeEach
    void buildAndOpen() throws IOException {
        folder = TrialFolder.open(temp.resolve("home"));
        checkout = TestCheckout.in(temp.resolve("checkout"), "exit 0");
        keycloak = folder.path().resolve("keycloak-" + TestCheckout.VERSION);
        installation = new Installation(folder, checkout);
    }

    @AfterEach
    void close() throws IOException {
        folder.close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void unpacksKeycloakReadyToRun() throws IOException {
        assertThat(installation.isUnpacked()).isFalse();

        installation.unpack();

        assertThat(installation.isUnpacked()).isTrue();
        assertThat(installation.command())
                .isEqualTo(keycloak.resolve("bin/kc.sh"))
                .isExecutable();
    }

    @Test
    void leftoversOfAnInterruptedRunAreReplaced() throws IOException {
        TestCheckout.write(folder.path().resolve("unfinished/keycloak-" + TestCheckout.VERSION + "/bin/kc.sh"), "half");

        assertThat(installation.isUnpacked()).isFalse();
        installation.unpack();

        assertThat(keycloak.resolve("bin/kc.sh")).hasContent("exit 0");
        assertThat(folder.path().resolve("unfinished")).doesNotExist();
    }

    @Test
    void theZipFileCannotWriteElsewhere() throws IOException {
        TestCheckout.zip(checkout.keycloak(), "../evil.sh", "");

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(installation::unpack)
                .withMessageContaining("../evil.sh");
        assertThat(folder.path().resolve("evil.sh")).doesNotExist();
    }

    @Test
    void putsThePackIntoKeycloak() throws IOException {
        TestCheckout.write(checkout.root().resolve("providers/target/lib/library.jar"), "library");

        installation.unpack();
        installation.update();

        assertThat(keycloak.resolve("providers"))
                .isDirectoryContaining("glob:**/encvoy-keycloak-providers.jar")
                .isDirectoryContaining("glob:**/encvoy-keycloak-themes.jar")
                .isDirectoryContaining("glob:**/library.jar");
        assertThat(keycloak.resolve("data/import/encvoy-realm.json")).hasContent("{}");
    }

    @Test
    void anUnchangedJarIsNotCopiedAgain() throws IOException {
        Path built = checkout.root().resolve("themes/target/encvoy-keycloak-themes.jar");
        Path installed = keycloak.resolve("providers/encvoy-keycloak-themes.jar");
        FileTime first = FileTime.fromMillis(1_000_000);
        FileTime second = FileTime.fromMillis(2_000_000);

        Files.setLastModifiedTime(built, first);
        installation.update();
        Files.setLastModifiedTime(installed, first);

        Files.setLastModifiedTime(built, second);
        installation.update();
        assertThat(Files.getLastModifiedTime(installed)).isEqualTo(first);
    }

    @Test
    void aChangedJarGetsANewTime() throws IOException {
        Path built = checkout.root().resolve("themes/target/encvoy-keycloak-themes.jar");
        Path installed = keycloak.resolve("providers/encvoy-keycloak-themes.jar");
        FileTime ofTheBuild = FileTime.fromMillis(1_000_000);
        installation.update();
        Files.setLastModifiedTime(installed, ofTheBuild);

        Files.writeString(built, "changed");
        Files.setLastModifiedTime(built, ofTheBuild);
        installation.update();

        assertThat(installed).hasContent("changed");
        assertThat(Files.getLastModifiedTime(installed)).isNotEqualTo(ofTheBuild);
    }

    @Test
    void aMissingJarIsReportedInOneSentence() throws IOException {
        Path jar = checkout.root().resolve("providers/target/encvoy-keycloak-providers.jar");
        Files.delete(jar);

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(installation::update)
                .withMessage(jar + " is missing: start with docker/run, which builds it.");
    }
}
