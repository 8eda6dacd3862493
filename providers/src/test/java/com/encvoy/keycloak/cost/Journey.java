package com.encvoy.keycloak.cost;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.Application.Answer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person's sign-ins at one application, with a browser that the person has used before. Each request comes some
 * seconds after the one before it, since several of the same second would share a timestamp and its update.
 */
final class Journey {

    private static final String PERSON = "ada";
    private static final String SCOPE = "openid email profile";
    private static final String OFFLINE = SCOPE + " offline_access";
    private static final String KNOWN_BROWSER = "ENCVOY_KNOWN_BROWSER";
    private static final int SECONDS_BETWEEN = 2;

    private final TestServer server;
    private final TestRealm realm;
    private final Application application;
    private final String redirectUri;
    private final CostAccount account;
    private final Map<Step, Cost> costs = new EnumMap<>(Step.class);
    private String knownBrowser;
    private int seconds;

    Journey(TestServer server, TestRealm realm, Application application, String redirectUri) {
        this.server = server;
        this.realm = realm;
        this.application = application;
        this.redirectUri = redirectUri;
        this.account = new CostAccount(server);
        realm.person(PERSON);
    }

    /** The cost of each step, once caches are filled. */
    Map<Step, Cost> costs(int times) {
        try {
            travel();
            costs.clear();
            for (int i = 0; i < times; i++) {
                travel();
            }
        } finally {
            account.close();
            server.moveClock(0);
        }
        return costs;
    }

    private void travel() {
        try (Browser browser = browser();
                Browser signedIn = browser()) {
            measure(Step.PAGE, () -> browser.open(authorization(OFFLINE)));
            if (browser.asksWhoItIs()) {
                measure(Step.IDENTIFIER, () -> browser.identify(PERSON));
            } else {
                browser.type("username", PERSON);
            }
            browser.type("password", TestRealm.PASSWORD);
            measure(Step.PASSWORD, () -> browser.click("kc-login"));
            knownBrowser = browser.cookie(KNOWN_BROWSER);
            redeem(browser);

            // Keycloak ends the session of a browser whose first application asks for offline access.
            signIn(signedIn.open(authorization(SCOPE)));
            measure(Step.SILENT_LOGIN, () -> signedIn.open(authorization(OFFLINE)));
            Answer[] tokens = new Answer[1];
            measure(Step.CODE, () -> tokens[0] = redeem(signedIn));
            measure(
                    Step.ME,
                    () -> assertThat(application
                                    .userinfo(tokens[0].text("access_token"))
                                    .status())
                            .isEqualTo(200));
            measure(
                    Step.REFRESH,
                    () -> assertThat(application
                                    .token("refresh_token", Map.of("refresh_token", tokens[0].text("refresh_token")))
                                    .status())
                            .isEqualTo(200));
        }
    }

    /** A new window of the browser that the person used before. */
    private Browser browser() {
        Browser browser = new Browser(server.url()).reading("en");
        return knownBrowser == null
                ? browser
                : browser.bring(server.at("/realms/" + realm.name() + "/"), KNOWN_BROWSER, knownBrowser);
    }

    private static void signIn(Browser browser) {
        if (browser.asksWhoItIs()) {
            browser.identify(PERSON);
        } else {
            browser.type("username", PERSON);
        }
        browser.type("password", TestRealm.PASSWORD).click("kc-login");
    }

    private Answer redeem(Browser browser) {
        Answer tokens = application.redeem(browser.address(), redirectUri);
        assertThat(tokens.status()).as("at %s: %s", browser.address(), tokens).isEqualTo(200);
        return tokens;
    }

    private void measure(Step step, Runnable requests) {
        seconds += SECONDS_BETWEEN;
        server.moveClock(seconds);
        costs.merge(step, account.of(requests), Cost::min);
    }

    private URI authorization(String scope) {
        return URI.create(application.base() + "/auth?client_id=" + application.clientId()
                + "&response_type=code&state=state&redirect_uri=" + encoded(redirectUri) + "&scope=" + encoded(scope));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
