package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.server.BenchmarkServer;
import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestRealm;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** Whole logins and single endpoints, in a realm with Keycloak's defaults and in the realm of the pack, on one server. */
class RealmsBenchmark {

    private static final int PEOPLE = 200;
    private static final String SECRET = "secret-of-the-benchmark-for-both";

    @Test
    void compare() throws Exception {
        try (Postgres postgres = new Postgres(); BenchmarkServer server = new BenchmarkServer("realms", postgres, true, Map.of())) {
            postgres.create("realms");
            server.start("/realms/master");
            Provider stock = stock(server);
            Provider pack = pack(server);
            Interleaved rounds = new Interleaved(Integer.getInteger("encvoy.benchmark.rounds", 7), Duration.ofSeconds(4));
            StringBuilder table = new StringBuilder(Interleaved.HEAD);
            for (Measure measure : measures()) {
                table.append(rounds.row(measure, stock, pack));
            }
            Files.writeString(Path.of("target/benchmark-realms.md"), table);
        }
    }

    private static List<Measure> measures() {
        String wanted = System.getProperty("encvoy.benchmark.measures", ".*");
        return Arrays.stream(Measure.values()).filter(measure -> measure.name().matches(wanted)).toList();
    }

    /** Keycloak's defaults. */
    private static Provider stock(BenchmarkServer server) throws IOException {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm("stock");
        realm.setEnabled(true);
        server.admin().realms().create(realm);
        TestRealm.of(server, "stock").application("error-tracker", SECRET, RelyingApplication.REDIRECT_URI);
        return provider(server, "stock", "/realms/stock", SECRET);
    }

    private static Provider pack(BenchmarkServer server) throws IOException {
        return provider(server, "encvoy", "/api/oidc", TestRealm.imported(server).sentry("/api/oidc").oidcClientSecret());
    }

    private static Provider provider(BenchmarkServer server, String realm, String issuer, String secret)
            throws IOException {
        TestRealm people = TestRealm.of(server, realm);
        for (int i = 0; i < PEOPLE; i++) {
            people.person("person" + i);
        }
        return new Provider(server.url(), server.at(issuer), "error-tracker", secret, "openid email profile", PEOPLE);
    }
}
