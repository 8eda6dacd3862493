package com.encvoy.keycloak.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPGroup;

import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

/** The realms of people who install Encvoy ID. Each has an application {@code wiki}. */
enum ExistingRealm {
    /** As the admin console makes it. */
    BARE,

    /** With flows, a profile, scopes, and a security policy of its own, some of them under our names. */
    OWN,

    /** Exported from Keycloak 26.6. */
    EXPORTED,

    /** Imported from a realm file of an earlier release. */
    EARLIER;

    static final String WIKI = "https://wiki.example.com/login";
    static final String WIKI_SECRET = "secret-of-the-wiki-for-tests";

    TestRealm make(TestServer server) {
        String name = "installed-" + name().toLowerCase(Locale.ROOT);
        TestRealm realm =
                switch (this) {
                    case BARE, OWN -> TestRealm.copy(server, name, "{\"enabled\":true}", copy -> {});
                    case EXPORTED ->
                        TestRealm.copy(server, name, file("exported-from-26.6.json"), ExistingRealm::fresh);
                    case EARLIER -> TestRealm.copy(server, name, file("before-the-rooms.json"), copy -> {});
                };
        if (this == OWN) {
            furnish(realm);
        }
        realm.application("wiki", WIKI_SECRET, WIKI);
        return realm;
    }

    /** Ids are unique on a server. */
    private static void fresh(RealmRepresentation copy) {
        copy.setId(null);
    }

    private static void furnish(TestRealm realm) {
        realm.admin().flows().copy("browser", Map.of("newName", "Own browser")).close();
        realm.admin()
                .flows()
                .copy("browser", Map.of("newName", "Encvoy browser"))
                .close();
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("lk");
        scope.setProtocol("openid-connect");
        scope.setDescription("own");
        realm.admin().clientScopes().create(scope).close();
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.addGroup(new UPGroup("own"));
        UPAttribute phone = new UPAttribute("phone_number");
        phone.setDisplayName("Extension");
        phone.setGroup("own");
        profile.addOrReplaceAttribute(phone);
        realm.admin().users().userProfile().update(profile);
        RealmRepresentation change = new RealmRepresentation();
        change.setBrowserFlow("Own browser");
        change.setLoginTheme("keycloak.v2");
        change.setEventsEnabled(true);
        change.setEnabledEventTypes(List.of("LOGIN"));
        change.setInternationalizationEnabled(true);
        change.setSupportedLocales(Set.of("ja", "en"));
        change.setBrowserSecurityHeaders(Map.of(
                "contentSecurityPolicy",
                "frame-src 'self' https://www.example.com; frame-ancestors 'self'; object-src 'none';"));
        realm.admin().update(change);
    }

    private static String file(String name) {
        try (InputStream file = ExistingRealm.class.getResourceAsStream("/realms/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
