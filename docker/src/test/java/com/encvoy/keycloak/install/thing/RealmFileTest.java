package com.encvoy.keycloak.install.thing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class RealmFileTest {

    private static final Path FILE = Path.of("../realm-config/encvoy-realm.json");

    /** Members that no part installs: the name, the mail server, and what Keycloak makes for each realm. */
    private static final Set<String> NOT_INSTALLED =
            Set.of("realm", "displayName", "displayNameHtml", "enabled", "smtpServer");

    private static final Set<String> IN_PARTS = Set.of(
            "clientScopeMappings",
            "attributes",
            "browserSecurityHeaders",
            "authenticationFlows",
            "authenticatorConfig",
            "requiredActions",
            "components",
            "clientScopes",
            "defaultDefaultClientScopes",
            "defaultOptionalClientScopes",
            "clients",
            "roles",
            "defaultRole",
            "defaultRoles");

    private final RealmFile file = RealmFile.shipped(Map.of());

    @Test
    void itIsTheFileOfTheCheckout() throws Exception {
        assertThat(file.hash())
                .isEqualTo(RealmFile.of(Files.readAllBytes(FILE), Map.of("SENTRY_URL", "https://other.example"))
                        .hash());
    }

    @Test
    void everyMemberIsInstalledOrLeftToTheAdministrator() throws Exception {
        Set<String> members = new TreeSet<>();
        Canonical.JSON.readTree(Files.readAllBytes(FILE)).fieldNames().forEachRemaining(members::add);
        Set<String> values = file.wanted().stream()
                .map(Wanted::id)
                .filter(id -> id.startsWith("realm:"))
                .map(id -> id.substring("realm:".length()))
                .collect(Collectors.toSet());

        members.removeAll(values);
        members.removeAll(file.policies().keySet());
        members.removeAll(NOT_INSTALLED);
        members.removeAll(IN_PARTS);

        assertThat(members)
                .as("members of the realm file that RealmFile does not know")
                .isEmpty();
    }

    @Test
    void everyPartHasSomethingAndNoIdIsUsedTwice() {
        List<Wanted> wanted = file.wanted();

        assertThat(wanted).extracting(Wanted::part).contains(Part.values());
        assertThat(wanted).extracting(Wanted::id).doesNotHaveDuplicates();
    }

    @Test
    void aFlowIsOneThingWithItsSubflowsAndOptions() {
        JsonNode browser = form("flow:Encvoy browser");

        assertThat(FlowTree.names(browser))
                .containsExactly(
                        "Encvoy browser",
                        "Encvoy authenticate",
                        "Encvoy forms",
                        "Encvoy first factor",
                        "Encvoy second factor");
        assertThat(browser.toString()).contains("webauthn-passwordless");
    }

    @Test
    void variablesAreResolvedAsInAnImport() {
        RealmFile set = RealmFile.shipped(
                Map.of("SENTRY_URL", "https://sentry.example.com", "SENTRY_CLIENT_ID", "error-tracker"));

        assertThat(set.wanted())
                .extracting(Wanted::id)
                .contains("client:error-tracker", "client-role:error-tracker/OWNER");
        assertThat(body(set, "client:error-tracker").toString())
                .contains("https://sentry.example.com/auth/sso/")
                .doesNotContain("${SENTRY");
        assertThat(body(file, "client:sentry").path("secret").asText()).isEmpty();
        assertThat(form("scope:lk").toString()).contains("${encvoyScope.lk}");
    }

    @Test
    void rolesThatAllPeopleHaveAreFoundInEveryNotation() {
        RealmFile other = RealmFile.of("""
                {"roles": {"realm": [
                    {"name": "reader", "composites": {"client": {"account": ["view-profile"]}}},
                    {"name": "default-roles-encvoy", "composites": {"realm": ["reader"]}}]},
                 "defaultRoles": ["writer"]}""".getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(other.wanted())
                .extracting(Wanted::id)
                .filteredOn(id -> id.startsWith("role") || id.startsWith("composite"))
                .containsExactlyInAnyOrder(
                        "role:reader",
                        "composite:reader/client-role/account/view-profile",
                        "composite:default-roles/role/reader",
                        "composite:default-roles/role/writer");
    }

    private JsonNode form(String id) {
        return file.wanted().stream()
                .filter(wanted -> wanted.id().equals(id))
                .findFirst()
                .orElseThrow()
                .form();
    }

    private static JsonNode body(RealmFile file, String id) {
        return file.wanted().stream()
                .filter(wanted -> wanted.id().equals(id))
                .findFirst()
                .orElseThrow()
                .body();
    }
}
