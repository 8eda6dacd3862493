package com.encvoy.keycloak.benchmark;

import java.io.IOException;

import com.encvoy.keycloak.server.BenchmarkServer;
import com.encvoy.keycloak.server.TestRealm;
import org.keycloak.representations.idm.RealmRepresentation;

/** A realm with Keycloak's defaults and the realm of the pack, each with the same people and an application. */
final class Realms {

    private static final int PEOPLE = 200;
    private static final String CLIENT_ID = "error-tracker";
    private static final String SECRET = "secret-of-the-benchmark-for-both";
    private static final String SCOPE = "openid email profile";

    private Realms() {
    }

    static void fill(BenchmarkServer server, boolean pack) {
        if (!pack) {
            RealmRepresentation realm = new RealmRepresentation();
            realm.setRealm("stock");
            realm.setEnabled(true);
            server.admin().realms().create(realm);
            TestRealm.of(server, "stock").application(CLIENT_ID, SECRET, RelyingApplication.REDIRECT_URI);
        }
        TestRealm people = TestRealm.of(server, pack ? "encvoy" : "stock");
        for (int i = 0; i < PEOPLE; i++) {
            people.person("person" + i);
        }
    }

    static Provider stock(BenchmarkServer server) throws IOException {
        return new Provider(server.url(), server.at("/realms/stock"), CLIENT_ID, SECRET, SCOPE, PEOPLE);
    }

    static Provider pack(BenchmarkServer server) throws IOException {
        return new Provider(server.url(), server.at("/api/oidc"), CLIENT_ID, TestRealm.imported(server).sentry("/api/oidc").oidcClientSecret(),
                SCOPE, PEOPLE);
    }
}
