package com.encvoy.keycloak.oidc;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The administrator decides which keys a realm has, no matter which library computes the signatures. */
@KeycloakServer
class SigningKeyIT {

    private final TestServer server;

    SigningKeyIT(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 4096})
    void idTokensAreSignedWithTheKeyThatTheAdministratorAddsAndThoseBeforeStayValid(int bits) throws Exception {
        TestRealm realm = TestRealm.copy(server, "keys-" + bits, copy -> {});
        RelyingParty wiki = RelyingParty.wiki(realm, server.at("/realms/" + realm.name() + "/api/oidc"));
        try (Browser browser = new Browser(server.url())) {
            OIDCTokens before = wiki.exchange(browser.open(wiki.authorizationRequest())
                    .signIn("grace", TestRealm.PASSWORD)
                    .address());
            add(realm, bits);
            OIDCTokens after = wiki.refresh(before);

            assertThat(key(after)).isNotEqualTo(key(before));
            assertThat(((SignedJWT) after.getIDToken()).getSignature().decode()).hasSize(bits / 8);
            // Applications see a new key within a second.
            await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> wiki.validate(after) != null);
            assertThat(wiki.validate(before).getSubject())
                    .isEqualTo(wiki.validate(after).getSubject());
        }
    }

    private static void add(TestRealm realm, int bits) {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("new");
        key.setProviderType("org.keycloak.keys.KeyProvider");
        key.setProviderId("rsa-generated");
        key.setConfig(new MultivaluedHashMap<>());
        key.getConfig().putSingle("priority", "1000");
        key.getConfig().putSingle("keySize", String.valueOf(bits));
        realm.admin().components().add(key).close();
    }

    private static String key(OIDCTokens tokens) {
        return ((SignedJWT) tokens.getIDToken()).getHeader().getKeyID();
    }
}
