package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.userprofile.config.UPConfig;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

/**
 * The cost of the claims of a person with thirty attributes for a token request, compared with the same realm without
 * the mapper.
 */
@KeycloakServer
class ClaimsBenchmark {

    private static final int ATTRIBUTES = 30;
    private static final int ROUNDS = Integer.getInteger("encvoy.benchmark.rounds", 41);

    private final TestServer server;

    ClaimsBenchmark(TestServer server) {
        this.server = server;
    }

    @Test
    void compare() throws Exception {
        byte[] without = refresh(realm("claims-without", false));
        byte[] with = refresh(realm("claims-with", true));
        String row = new Comparison(new VirtualUsers(server.url()), ROUNDS, Duration.ofSeconds(1))
                .row("token (refresh)", without, with);
        Files.writeString(Path.of("target/benchmark-claims.md"), """
                | endpoint | without the mapper, requests/s | with it, requests/s | ratio: median (min–max) |
                | --- | --- | --- | --- |
                """ + row);
    }

    private TestRealm realm(String name, boolean withMapper) {
        TestRealm realm = TestRealm.copy(server, name, copy -> {
            if (!withMapper) {
                copy.getClientScopes().stream()
                        .filter(scope -> scope.getName().equals("encvoy"))
                        .forEach(scope -> scope.getProtocolMappers()
                                .removeIf(mapper -> mapper.getProtocolMapper().equals("encvoy-claims-mapper")));
            }
        });
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ENABLED);
        profile.removeAttribute("public_profile_claims_oauth");
        realm.admin().users().userProfile().update(profile);
        Map<String, List<String>> attributes = new HashMap<>();
        List<String> publicFields = new ArrayList<>(List.of("login", "nickname", "email", "given_name", "family_name"));
        for (int i = 1; i < ATTRIBUTES; i++) {
            attributes.put("custom_fields.field_" + i, List.of("value " + i));
            publicFields.add("field_" + i);
        }
        attributes.put("nickname", List.of("Countess"));
        attributes.put("public_profile_claims_oauth", List.of(String.join(" ", publicFields)));
        realm.person("ada", user -> user.setAttributes(attributes));
        return realm;
    }

    private byte[] refresh(TestRealm realm) {
        SentryLogin login = new Sentry(realm.sentry("/realms/" + realm.name() + "/api/oidc")).startLogin();
        try (Browser browser = new Browser(server.url())) {
            String token = login.callback(browser.open(login.authorizationUrl())
                            .signIn("ada", TestRealm.PASSWORD)
                            .address())
                    .refreshToken();
            return KeepAliveConnection.request(
                    "POST",
                    server.at("/realms/" + realm.name() + "/api/oidc/token"),
                    "",
                    "client_id=error-tracker&client_secret=secret-from-the-environment&grant_type=refresh_token&"
                            + "refresh_token=" + token);
        }
    }
}
