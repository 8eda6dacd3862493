package com.encvoy.keycloak.browser;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.api.RestApi;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

/**
 * A realm in which every page of the dashboard has something to show to {@code ada}, who owns an application and
 * administers the realm.
 */
final class DashboardSample {

    private static final String REALM = "dashboard-pages";
    private static final String SENTRY = "error-tracker";
    private static final String WIKI = "wiki";
    private static final String PROVIDER = "partner";

    private final TestServer server;
    private final TestRealm realm;
    private final Map<String, String> places;

    DashboardSample(TestServer server) {
        this.server = server;
        realm = TestRealm.copy(
                server, REALM, copy -> copy.getAttributesOrEmpty().put("encvoy.catalog", "true"));
        String ada = ada();
        realm.grant(ada, SENTRY, "OWNER");
        realm.grant(ada, "realm-management", "realm-admin");
        String member = realm.person("grace");
        realm.grant(member, SENTRY, "USER");
        realm.person("stranger");
        realm.application(WIKI, "secret-of-the-wiki-for-tests", "https://wiki.example.com/login");
        createdBy(member);
        realm.homeOf(SENTRY, TestRealm.SENTRY_URL);
        realm.settings(SENTRY, Map.of("encvoy.catalog", "true", "encvoy.catalog_type", "Development"));
        realm.identityProvider(PROVIDER, "Partner");
        realm.link(ada, PROVIDER);
        places = Map.of(
                "{id}", realm.client(SENTRY).getId(),
                "{made}", realm.client(WIKI).getId(),
                "{member}", member,
                "{key}", passkey(ada),
                "{invitation}", invitation());
        use();
    }

    TestRealm realm() {
        return realm;
    }

    /** @param path below the dashboard, with names of places in braces */
    String address(String path) {
        String filled = path;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace(place.getKey(), place.getValue());
        }
        return server.at("/realms/" + REALM + "/dashboard/" + filled).toString();
    }

    /** Makes the wiki an application that no administrator has trusted yet. */
    private void createdBy(String person) {
        ClientRepresentation wiki = realm.client(WIKI);
        wiki.setConsentRequired(true);
        wiki.getAttributes().put("encvoy.created_by", person);
        realm.admin().clients().get(wiki.getId()).update(wiki);
    }

    /** Keycloak stores a passkey only with a new user. */
    private String ada() {
        String id = realm.person("ada", person -> {
            person.singleAttribute("nickname", "ada");
            person.singleAttribute("birthdate", "1815-12-10");
            person.singleAttribute("phone_number", "+442071234567");
        });
        UserRepresentation ada = realm.admin().users().get(id).toRepresentation();
        realm.admin().users().delete(id).close();
        ada.setId(null);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(TestRealm.PASSWORD);
        CredentialRepresentation passkey = new CredentialRepresentation();
        passkey.setType("webauthn-passwordless");
        passkey.setUserLabel("Ada’s laptop");
        passkey.setCreatedDate(1_760_000_000_000L);
        passkey.setSecretData("{}");
        passkey.setCredentialData("""
                {"aaguid":"00000000-0000-0000-0000-000000000000","credentialId":"QURB","counter":1,
                "credentialPublicKey":"QURB","attestationStatementFormat":"none","transports":["internal"]}""");
        ada.setCredentials(List.of(password, passkey));
        try (Response created = realm.admin().users().create(ada)) {
            return CreatedResponseUtil.getCreatedId(created);
        }
    }

    private String passkey(String ada) {
        return realm.admin().users().get(ada).credentials().stream()
                .filter(credential -> credential.getUserLabel() != null)
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private String invitation() {
        RestApi api = RestApi.of(server, realm);
        String invitations = "/applications/" + WIKI + "/invitations";
        api.send("ada", "POST", invitations, "{\"email\":[\"ada@example.com\"]}");
        return api.send("ada", "GET", invitations, null)
                .body()
                .get(0)
                .path("id")
                .asText();
    }

    /** Gives Sentry a session of Ada. */
    private void use() {
        try (DashboardBrowser browser = new DashboardBrowser(server, realm, "ada", "apps")) {
            browser.browser()
                    .open(realm.authorization(
                            SENTRY, realm.client(SENTRY).getRedirectUris().get(0), ""));
        }
    }
}
