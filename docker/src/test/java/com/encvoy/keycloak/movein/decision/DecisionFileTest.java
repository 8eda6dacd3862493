package com.encvoy.keycloak.movein.decision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.command.UserError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DecisionFileTest {

    private static final Conflict RENAME =
            Conflict.of("person/18/login", "The login bob is taken.", "=bob-18", Conflict.VALUE, Conflict.LEAVE_OUT);

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("decisions.json");
    }

    private Decisions read() throws Exception {
        return new DecisionFile(path()).read(false);
    }

    private void decide(String decision) throws Exception {
        Files.writeString(path(), "{\"conflicts\":{\"person/18/login\":{\"decision\":\"" + decision + "\"}}}");
    }

    @Test
    void aConflictIsOpenUntilItIsDecided() throws Exception {
        Decisions first = read();
        assertThat(first.about(RENAME)).isEqualTo("=bob-18");
        assertThat(first.open()).containsOnlyKeys("person/18/login");
        new DecisionFile(path()).write(first);
        assertThat(Files.readString(path())).contains("The login bob is taken.", "=bob-18", "leave out");

        Files.writeString(path(), Files.readString(path()).replace("\"decision\" : \"\"", "\"decision\" : \"ok\""));
        Decisions second = read();
        assertThat(second.about(RENAME)).isEqualTo("=bob-18");
        assertThat(second.open()).isEmpty();
        new DecisionFile(path()).write(second);
        assertThat(Files.readString(path())).as("kept").contains("\"ok\"");
    }

    @Test
    void aDecisionIsOneOfTheChoicesOrAValueThatFits() throws Exception {
        decide("=robert");
        assertThat(read().about(RENAME, "robert"::equals)).isEqualTo("=robert");
        Decisions unfit = read();
        assertThat(unfit.about(RENAME, "rob"::equals)).isEqualTo("=bob-18");
        assertThat(unfit.open()).containsEntry("person/18/login", "the value of the decision is invalid or taken");
        decide("whatever");
        Decisions unknown = read();
        assertThat(unknown.about(RENAME)).isEqualTo("=bob-18");
        assertThat(unknown.open()).hasSize(1);
        decide("leave out");
        assertThat(read().about(RENAME)).isEqualTo(Conflict.LEAVE_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"conflicts\": {\"person/18/login\": {\"decision\": \"=bob\"",
                "[]",
                "",
                "{\"conflicts\": {\"person/18/login\": \"ok\"}}",
                "{\"conflicts\": {\"person/18/login\": {\"decision\": true}}}",
                "{\"applications\": {\"wiki\": {\"issuer\": null}}}"
            })
    void aMistakeInTheFileIsToldInOneSentenceAndTheFileStays(String content) throws Exception {
        Files.writeString(path(), content);

        assertThatThrownBy(this::read)
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The file of decisions " + path())
                .hasMessageEndingWith("Nothing was written.");
        assertThat(path()).hasContent(content);
    }

    @Test
    void aDecisionThatAnswersNoConflictIsToldAndStays() throws Exception {
        decide("=robert");
        Decisions decisions = read();
        new DecisionFile(path()).write(decisions);

        assertThat(decisions.unused()).containsOnlyKeys("person/18/login");
        assertThat(read().about(RENAME)).isEqualTo("=robert");
        assertThat(decisions.open()).isEmpty();
    }

    @Test
    void proposalsCanBeAcceptedWithoutAFile() throws Exception {
        Decisions decisions = new DecisionFile(path()).read(true);

        assertThat(decisions.about(RENAME)).isEqualTo("=bob-18");
        assertThat(decisions.open()).isEmpty();
    }

    @Test
    void theIssuerOfAnApplicationIsDecidedInTheSameFile() throws Exception {
        Decisions first = read();
        assertThat(first.expectsRootIssuer("wiki", "Wiki")).isFalse();
        new DecisionFile(path()).write(first);
        Files.writeString(path(), Files.readString(path()).replace("\"address\"", "\"root\""));

        assertThat(read().expectsRootIssuer("wiki", "Wiki")).isTrue();
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws Exception {
        Files.writeString(path(), "{}");
        new DecisionFile(path()).write(read());

        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                    .isEqualTo("rw-------");
        }
    }
}
