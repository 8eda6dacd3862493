package com.encvoy.keycloak.movein;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.movein.EncvoyId.Answer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person reads before and after a move, and what no one reads. */
@KeycloakServer
class MoveInReportIT {

    private final TestServer server;
    private final MovedRealm moved;

    MoveInReportIT(TestServer server) {
        this.server = server;
        this.moved = MovedRealm.on(server);
    }

    private Answer report() {
        return moved.answers().get(0);
    }

    @Test
    void everyConflictIsToldBeforeAnythingIsWritten() {
        assertThat(report().exitCode()).isEqualTo(1);
        assertThat(report().out())
                .contains(
                        "person/18/login",
                        "person/18/custom_fields.floor",
                        "person/20/email",
                        "person/21/id",
                        "person/22/login",
                        "person/22/lastName",
                        "person/25/phone_number",
                        "person/26/password",
                        "person/1/administrator",
                        "custom-field/bad name!",
                        "application/" + Wiki.ID + "/redirect_uris/3",
                        "application/closed-00000000000000/auth_method",
                        "application/closed-00000000000000/name",
                        "accounts/ETHEREUM",
                        "accounts/MTLS",
                        "accounts/CUSTOM/https://gone.example.org");
        Answer refused = moved.answers().get(1);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("Nothing was written to the server");
    }

    @Test
    void whatHasNoCounterpartIsCountedWithItsReason() throws IOException {
        JsonNode report =
                JsonSerialization.mapper.readTree(moved.answers().get(1).out());

        assertThat(names(report.path("notBrought")))
                .anyMatch(what -> what.startsWith("consents:"))
                .anyMatch(what -> what.startsWith("organisations:"))
                .anyMatch(what -> what.startsWith("log entries:"))
                .anyMatch(what -> what.startsWith("people who show fields to everyone:"))
                .anyMatch(what -> what.startsWith("profiles without privacy"))
                .anyMatch(what -> what.startsWith("icons of identity providers:"))
                .anyMatch(what -> what.startsWith("identity providers for one application"))
                .anyMatch(what -> what.startsWith("rules that people also enter the password"))
                .anyMatch(what -> what.startsWith("invitations to organisations"))
                .anyMatch(what -> what.startsWith("small widgets"))
                .anyMatch(what -> what.startsWith("hidden headers"))
                .anyMatch(what -> what.startsWith("colours of links"))
                .anyMatch(what -> what.startsWith("grant types that Encvoy ID did not offer"))
                .anyMatch(what -> what.startsWith("error reports to Sentry"))
                .anyMatch(what -> what.startsWith("rules that the values of floor are unique"))
                .anyMatch(what -> what.startsWith("pictures whose files are not in the folder"))
                .anyMatch(what -> what.startsWith("roles in organisations"));
        report.path("notBrought").properties().stream()
                .filter(entry -> entry.getKey().startsWith("consents:"))
                .forEach(entry -> assertThat(entry.getValue().asInt()).isEqualTo(2));
        assertThat(names(report.path("byHand")))
                .anyMatch(what -> what.contains("mail_code_ttl_sec") && what.contains("(300)"))
                .anyMatch(what -> what.contains("EmailTemplates"))
                .anyMatch(what -> what.contains("https://example.com/terms"))
                .anyMatch(what -> what.contains("Telephone"))
                .anyMatch(what -> what.contains("signs its requests"))
                .anyMatch(what -> what.contains("rules of the field nickname"))
                .anyMatch(what -> what.contains("default of the field floor"))
                .anyMatch(what -> what.contains("JavaScript"));
        assertThat(names(report.path("notes")))
                .anyMatch(what -> what.startsWith("logins are random"))
                .anyMatch(what -> what.startsWith("passkeys belong to the host old.example.com"));
        assertThat(report.path("brings").path("favourite applications").asInt()).isEqualTo(1);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void callbackAddressesAndUnreadablePicturesAreTold() {
        assertThat(moved.answers().get(2).out())
                .contains("The picture of application closed-00000000000000 was not brought");
        assertThat(moved.answers().get(2).out()).contains(server.url() + "/realms/moved/broker/github/endpoint");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noSecretIsPrintedOrWritten() throws IOException {
        List<String> texts =
                new ArrayList<>(List.of(read(moved.log()), read(moved.encvoy().decisions()), server.log()));
        moved.answers().forEach(answer -> texts.add(answer.out() + answer.err()));

        for (String secret : OldSecrets.of(moved.encvoy())) {
            assertThat(texts).noneMatch(text -> text.contains(secret));
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(moved.encvoy().decisions())))
                .isEqualTo("rw-------");
        assertThat(report().err()).contains("protect each copy like a password");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"conflicts\":', 'is not JSON'",
        "'{\"conflicts\":{\"person/18/login\":{}}}', 'has no text as decision of person/18/login'"
    })
    void aFileOfDecisionsWithAMistakeIsToldInOneSentence(String content, String expected) throws IOException {
        Path file = Files.writeString(Pack.target().resolve("move-in-mistaken.json"), content);

        Answer answer = moved.encvoy().move(server, MovedRealm.NAME, "--apply", "--decisions", file.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains(file.toString(), expected).doesNotContain("Exception");
        assertThat(file).hasContent(content);
    }

    @Test
    void aDecisionThatSolvesNothingKeepsTheConflictOpen() throws IOException {
        Path file = Files.writeString(
                Pack.target().resolve("move-in-unfit.json"),
                "{\"conflicts\":{\"person/18/login\":{\"decision\":\"=arthur\"},"
                        + "\"person/20/email\":{\"decision\":\"twins\"},\"person/42/login\":{\"decision\":\"ok\"}}}");

        Answer answer = moved.encvoy().move(server, MovedRealm.NAME, "--apply", "--decisions", file.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out())
                .contains("the value of the decision is invalid or taken")
                .contains("the decision must be one of: none, =…");
        assertThat(answer.err())
                .contains("Nothing was written to the server")
                .contains("The decision about person/42/login matches no conflict.");
    }

    @ParameterizedTest
    @CsvSource({
        "--pictures, no-such-folder, 'must name the folder public/images'",
        "--pictures, ftp://example.com, 'must name the folder public/images'",
        "--invitation-days, 91, 'must be a number from 1 to 90'",
        "--jwks, pom.xml, 'is not JSON'"
    })
    void aWrongOptionIsToldInOneSentence(String option, String value, String expected) {
        Answer answer = moved.encvoy().move(server, MovedRealm.NAME, option, value);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains(expected).doesNotContain("Exception");
    }

    @Test
    void aRealmThatDoesNotExistIsToldInOneSentence() {
        Answer answer = moved.encvoy().move(server, "nowhere");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("The realm nowhere does not exist").doesNotContain("Exception");
    }
}
