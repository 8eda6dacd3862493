package com.encvoy.keycloak.login.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.ProxiedServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

/** A server that logs at the most verbose level. */
@OwnServer
@KeycloakServer
class SecretsInLogIT {

    private final TestServer server;

    SecretsInLogIT(ProxiedServer server) {
        this.server = server;
    }

    @Test
    void noPasswordCodeTokenOrInvitationIsEverLogged() {
        TestRealm realm = TestRealm.imported(server);
        LoginBrowser login = new LoginBrowser(server, realm);
        realm.person("secretive");
        List<String> secrets =
                new ArrayList<>(List.of(TestRealm.PASSWORD, "wrong-password-of-a-person", "a new secret battery"));

        login.atLogin().signIn("secretive", "wrong-password-of-a-person").close();
        SentryLogin atSentry = new Sentry(realm.sentry("/realms/" + realm.name() + "/api/oidc")).startLogin();
        SentryIdentity identity = atSentry.callback(new Browser(server.url())
                .open(atSentry.authorizationUrl())
                .signIn("secretive", TestRealm.PASSWORD)
                .address());
        secrets.add(identity.accessToken());
        secrets.add(identity.refreshToken());
        Browser byCode = login.atCode("secretive");
        secrets.add(Mailbox.await("secretive@example.com", 1).code());
        byCode.type("code", "19" + secrets.get(secrets.size() - 1).substring(2)).click("kc-login");
        assertThat(isSignedIn(
                        byCode.type("code", secrets.get(secrets.size() - 1)).click("kc-login")))
                .isTrue();
        Browser recovery = login.atLogin().identify("secretive");
        recovery.open(server.url()
                        .resolve(recovery.html()
                                .getAnchorByText("Recover password")
                                .getHrefAttribute()))
                .click("kc-form-buttons");
        secrets.add(Mailbox.await("secretive@example.com", 2).code());
        recovery.type("code", secrets.get(secrets.size() - 1)).click("kc-login");
        recovery.submit(
                "kc-passwd-update-form",
                Map.of("password-new", "a new secret battery", "password-confirm", "a new secret battery"));
        assertThat(isSignedIn(recovery)).isTrue();

        String log = server.log();
        assertThat(log).as("the log is as talkative as it should be").contains("DEBUG [org.keycloak.authentication");
        // Digits of a code may be part of a number that has nothing to do with it.
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(java.util.regex.Pattern.compile("(?<![0-9A-Za-z.-])"
                                        + java.util.regex.Pattern.quote(secret) + "(?![0-9A-Za-z-])")
                                .matcher(log)
                                .find())
                        .as(secret)
                        .isFalse());
    }
}
