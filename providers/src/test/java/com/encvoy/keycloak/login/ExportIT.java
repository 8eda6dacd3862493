package com.encvoy.keycloak.login;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
class ExportIT {

    private final TestServer server;

    ExportIT(TestServer server) {
        this.server = server;
    }

    @Test
    void aRealmThatWasExportedAndImportedBehavesTheSame() throws IOException {
        TestRealm original = TestRealm.copy(
                server,
                "exported",
                copy -> TestRealm.options(copy, "encvoy-email-code", Map.of("code_length", "8", "max_attempts", "2")));
        original.settings(
                "error-tracker", Map.of("encvoy.authorize_only_employees", "true", "encvoy.contact", "the owners"));
        RealmRepresentation export = original.admin().partialExport(true, true);
        // Another realm of the same server: ids are unique in it, and exports mask secrets.
        String json = JsonSerialization.writeValueAsString(export)
                .replaceAll("\"(id|_id|containerId|flowId|parentId)\":\"[^\"]*\",?", "")
                .replace(",}", "}")
                .replace("exported", "reimported");
        RealmRepresentation renamed = JsonSerialization.readValue(json, RealmRepresentation.class);
        renamed.getClients().stream()
                .filter(client -> client.getSecret() != null)
                .forEach(client -> client.setSecret("secret-of-the-import"));
        if (server.admin().realms().findAll().stream()
                .anyMatch(realm -> realm.getRealm().equals("reimported"))) {
            server.admin().realm("reimported").remove();
        }
        server.admin().realms().create(renamed);
        TestRealm imported = TestRealm.of(server, "reimported");

        assertThat(steps(imported)).isEqualTo(steps(original));
        assertThat(imported.admin().toRepresentation().getBrowserFlow()).isEqualTo("Encvoy browser");
        assertThat(imported.admin().toRepresentation().getRegistrationFlow()).isEqualTo("Encvoy registration");
        assertThat(imported.admin().toRepresentation().getResetCredentialsFlow())
                .isEqualTo("Encvoy reset credentials");
        LoginBrowser login = new LoginBrowser(server, imported);
        imported.person("traveller");
        Browser browser = login.atCode("traveller");
        String code = Mailbox.await("traveller@example.com", 1).code();
        assertThat(code).hasSize(8);
        assertThat(isSignedIn(browser.type("code", code).click("kc-login"))).isTrue();
        Browser denied = browser.open(imported.authorization("error-tracker", TestRealm.SENTRY_URL + "/auth/sso/", ""));
        assertThat(denied.pageId()).isEqualTo("login-encvoy-access-denied");
        assertThat(denied.text()).contains("the owners");
    }

    private static List<String> steps(TestRealm realm) {
        return List.of("Encvoy browser", "Encvoy reset credentials", "Encvoy registration").stream()
                .flatMap(flow -> realm.admin().flows().getExecutions(flow).stream())
                .map(ExportIT::step)
                .toList();
    }

    private static String step(AuthenticationExecutionInfoRepresentation step) {
        return step.getLevel() + " " + step.getRequirement() + " " + step.getDisplayName() + " " + step.getProviderId();
    }
}
