package com.encvoy.keycloak.login.flow;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigInfoRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

/** The work of an administrator with the steps, through the API that the admin console uses. */
@KeycloakServer
class FlowsIT {

    private final TestServer server;

    FlowsIT(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"encvoy-identifier", "encvoy-email-code", "encvoy-password-recovery"})
    void theConsoleShowsEveryOptionWithLabelHelpAndDefault(String step) {
        AuthenticatorConfigInfoRepresentation shown =
                TestRealm.imported(server).admin().flows().getAuthenticatorConfigDescription(step);

        assertThat(shown.getName()).startsWith("Encvoy: ");
        assertThat(shown.getHelpText()).isNotBlank();
        assertThat(shown.getProperties()).isNotEmpty().allSatisfy(option -> {
            assertThat(option.getLabel()).isNotBlank();
            assertThat(option.getHelpText()).isNotBlank();
            assertThat(option.getDefaultValue()).isNotNull();
        });
    }

    @Test
    void aFlowOfCodesAloneCanBeBuiltInTheConsole() {
        TestRealm realm = TestRealm.copy(server, "flows", copy -> {});
        AuthenticationManagementResource flows = realm.admin().flows();
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias("mine");
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        flows.createFlow(flow).close();
        for (String step : List.of("encvoy-identifier", "encvoy-email-code", "encvoy-access-gate")) {
            flows.addExecution("mine", Map.of("provider", step));
        }
        for (AuthenticationExecutionInfoRepresentation step : flows.getExecutions("mine")) {
            step.setRequirement("REQUIRED");
            flows.updateExecutions("mine", step);
            if (step.getProviderId().equals("encvoy-email-code")) {
                AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
                config.setAlias("eight digits");
                config.setConfig(Map.of("code_length", "8", "max_attempts", "many"));
                try (Response response = flows.newExecutionConfig(step.getId(), config)) {
                    assertThat(response.getStatus()).isEqualTo(201);
                }
            }
        }
        RealmRepresentation bound = realm.admin().toRepresentation();
        bound.setBrowserFlow("mine");
        realm.admin().update(bound);
        LoginBrowser login = new LoginBrowser(server, realm);
        realm.person("builder");

        Browser browser = login.atLogin().identify("builder");
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(browser.text()).doesNotContain("Other sign-in methods");
        String code = Mailbox.await("builder@example.com", 1).code();

        assertThat(code).hasSize(8);
        assertThat(isSignedIn(browser.type("code", code).click("kc-login"))).isTrue();
        assertThat(server.log())
                .contains("Step 'encvoy-email-code' of realm 'flows': max_attempts must be a whole number from 1 to "
                        + "10; using 6 instead");
        assertThat(login.atLogin().identify("absent").pageId()).isEqualTo("login-encvoy-email-code");
    }

    @Test
    void keycloaksOwnFlowsAreThereToGoBackTo() {
        TestRealm realm = TestRealm.copy(server, "flows-stock", copy -> {
            copy.setBrowserFlow("browser");
            copy.setRegistrationFlow("registration");
            copy.setResetCredentialsFlow("reset credentials");
        });
        LoginBrowser login = new LoginBrowser(server, realm);
        realm.person("stock");
        Browser browser = login.atLogin();

        assertThat(browser.pageId()).isEqualTo("login-login");
        assertThat(isSignedIn(browser.type("username", "stock")
                        .type("password", TestRealm.PASSWORD)
                        .click("kc-login")))
                .isTrue();
    }
}
