package com.encvoy.keycloak.movein;

import java.net.URI;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that moved in, with the client ID and the secret that it had.
 *
 * @param realm into which it moved
 */
record Wiki(TestServer server, TestRealm realm) {

    static final String ID = "wiki-0000000000000000";
    static final String PAGE = "https://wiki.example.com/login";

    private static final String SECRET = "secret-of-the-wiki-in-encvoy-id-00000000000000";

    Application application() {
        return Application.atEncvoyAddress(server, realm, ID, SECRET);
    }

    /** A browser that it has sent to sign in. */
    Browser visit() {
        return new Browser(server.url())
                .reading("en")
                .open(URI.create(realm.authorization(ID, PAGE, "")
                        .toString()
                        .replace("scope=openid", "scope=openid%20profile%20email")));
    }

    /** What it is given for a person who has signed in. */
    JsonNode tokens(Browser browser) {
        assertThat(browser.address().toString()).as(browser.source()).startsWith(PAGE);
        Application.Answer answer = application().redeem(browser.address(), PAGE);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json();
    }
}
