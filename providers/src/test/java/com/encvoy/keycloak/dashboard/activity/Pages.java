package com.encvoy.keycloak.dashboard.activity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.htmlunit.html.HtmlButton;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

/** A realm with people of every kind, and applications like Sentry on this machine, each with its pages. */
final class Pages {

    static final String ADDRESS = "http://127.0.0.1:9000";
    static final String REDIRECT_URI = ADDRESS + "/auth/sso/";

    private final TestServer server;
    private final TestRealm realm;

    Pages(TestServer server, String name) {
        this.server = server;
        this.realm = TestRealm.copy(server, name, copy -> {});
        person("owner", user -> {});
        person("member", user -> {});
        person("stranger", user -> {});
        realm.grant(person("administrator", user -> {}), "realm-management", "realm-admin");
        realm.grant(person("reader", user -> {}), "realm-management", "view-clients");
    }

    TestRealm realm() {
        return realm;
    }

    /** A person whose first name is the user name with a capital. */
    String person(String username, Consumer<UserRepresentation> change) {
        return realm.person(username, user -> {
            user.setFirstName(username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1));
            change.accept(user);
        });
    }

    String id(String username) {
        return realm.admin().users().searchByUsername(username, true).get(0).getId();
    }

    /** An application as the template of Sentry makes it, with an owner and a member, changed before it is stored. */
    void application(String clientId, Consumer<ClientRepresentation> change) {
        ClientRepresentation client = realm.client("error-tracker");
        client.setId(null);
        client.setClientId(clientId);
        client.setName(clientId);
        client.setRootUrl(ADDRESS);
        client.setBaseUrl(ADDRESS + "/");
        client.setRedirectUris(List.of(REDIRECT_URI));
        client.setProtocolMappers(null);
        change.accept(client);
        realm.admin().clients().create(client).close();
        realm.grant(id("owner"), clientId, "OWNER");
        realm.grant(id("member"), clientId, "USER");
    }

    void change(String clientId, Consumer<ClientRepresentation> change) {
        ClientRepresentation client = realm.client(clientId);
        change.accept(client);
        realm.admin().clients().get(client.getId()).update(client);
    }

    /** @param path such as {@code check} */
    URI page(String clientId, String path) {
        return server.at("/realms/" + realm.name() + "/dashboard/applications/"
                + realm.client(clientId).getId() + "/" + path);
    }

    Browser signedIn(String username, String clientId, String path) {
        return new Browser(server.url())
                .reading("en")
                .open(page(clientId, path))
                .signIn(username, TestRealm.PASSWORD);
    }

    /** Sends a form of this session with fields of the test's choice. */
    Browser post(Browser browser, URI page, Map<String, String> fields) {
        StringBuilder body = new StringBuilder("state_checker=").append(encode(browser.value("state_checker")));
        fields.forEach(
                (name, value) -> body.append('&').append(name).append('=').append(encode(value)));
        return browser.post(page, body.toString());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Browser press(Browser browser, String label) {
        HtmlButton button = browser.html().getFirstByXPath("//button[normalize-space()='" + label + "']");
        return browser.press(button);
    }

    /** A person comes from an application to sign in. */
    URI come(String username, String clientId, String redirectUri) {
        try (Browser browser = new Browser(server.url())) {
            browser.reading("en").open(realm.authorization(clientId, redirectUri, ""));
            return browser.asksWhoItIs()
                    ? browser.signIn(username, TestRealm.PASSWORD).address()
                    : browser.address();
        }
    }
}
