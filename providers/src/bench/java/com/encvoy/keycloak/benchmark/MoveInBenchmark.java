package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.movein.EncvoyId;
import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestRealm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The move of a large Encvoy ID, by a command with 256 MB of heap: the first run, one without news, and one with some.
 */
class MoveInBenchmark {

    private static final int PEOPLE = Integer.getInteger("encvoy.benchmark.people", 100_000);
    private static final int APPLICATIONS = Integer.getInteger("encvoy.benchmark.applications", 1000);

    private final StringBuilder table = new StringBuilder("| run | seconds | people a minute |\n| --- | --- | --- |\n");

    @Test
    void move() throws Exception {
        Postgres postgres = new Postgres();
        postgres.create("movein");
        try (EncvoyId encvoy = new EncvoyId("movein", postgres);
                BenchmarkServer server =
                        new BenchmarkServer("movein", postgres, Edition.of(true), BenchmarkServer.shippedOptions())) {
            server.start("/realms/master");
            TestRealm realm = TestRealm.copy(server, "movein", copy -> {});
            populate(encvoy);

            run(encvoy, server, "first", 0);
            assertThat(realm.admin().users().count()).isEqualTo(PEOPLE + EncvoyId.PEOPLE);
            run(encvoy, server, "without news", 0);
            encvoy.execute("UPDATE \"User\" SET nickname = 'Changed' WHERE id % 100 = 0");
            run(encvoy, server, "one of a hundred has changed", 0);
        }
        Files.writeString(Path.of("target/benchmark-move-in.md"), table);
    }

    private static void populate(EncvoyId encvoy) {
        String wiki = "SELECT client_secret FROM \"Client\" WHERE client_id = 'wiki-0000000000000000'";
        encvoy.execute("INSERT INTO \"Client\" (client_id, client_secret, name, redirect_uris, parent_id)"
                + " SELECT 'application-' || n, (" + wiki + ") || n, 'Application ' || n,"
                + " ARRAY['https://app' || n || '.example.com/cb'], 'root-client-000000000'"
                + " FROM generate_series(1, " + APPLICATIONS + ") n");
        String crowd = " FROM generate_series(100001, " + (100_000 + PEOPLE) + ") n";
        encvoy.execute(
                "INSERT INTO \"User\" (id, login, email, email_verified, given_name, family_name, nickname, locale,"
                        + " hashed_password, custom_fields, public_profile_claims_oauth) SELECT n, 'person' || n,"
                        + " 'person' || n || '@example.com', true, 'Given' || n, 'Family' || n, 'nick' || n, 'en-US', '"
                        + EncvoyId.bcrypt(EncvoyId.PASSWORD) + "', '{\"department\": \"D\"}', 'id email nickname'"
                        + crowd);
        encvoy.execute(
                "INSERT INTO \"Role\" (user_id, client_id, role) SELECT n, 'root-client-000000000', 'USER'" + crowd);
        encvoy.execute("INSERT INTO \"Role\" (user_id, client_id, role) SELECT n, 'application-' || (1 + n % "
                + APPLICATIONS + "), CASE WHEN n % 50 = 0 THEN 'OWNER' ELSE 'USER' END" + crowd);
    }

    private void run(EncvoyId encvoy, BenchmarkServer server, String name, int exitCode) throws Exception {
        long begin = System.nanoTime();
        Process process = encvoy.start(
                server, "movein", Path.of("target/benchmark-move-in.log"), "--apply", "--accept-proposals");
        assertThat(process.waitFor()).as("see target/benchmark-move-in.log").isEqualTo(exitCode);
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        table.append(String.format(Locale.ROOT, "| %s | %.0f | %.0f |%n", name, seconds, PEOPLE * 60 / seconds));
    }
}
