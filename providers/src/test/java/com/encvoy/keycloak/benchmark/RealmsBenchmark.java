package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.server.BenchmarkServer;
import com.encvoy.keycloak.server.Postgres;
import org.junit.jupiter.api.Test;

/** Whole logins and single endpoints, in a realm with Keycloak's defaults and in the realm of the pack, on one server. */
class RealmsBenchmark {

    @Test
    void compare() throws Exception {
        try (Postgres postgres = new Postgres(); BenchmarkServer server = new BenchmarkServer("realms", postgres, true, Map.of())) {
            postgres.create("realms");
            server.start("/realms/master");
            Realms.fill(server, false);
            Realms.fill(server, true);
            Provider stock = Realms.stock(server);
            Provider pack = Realms.pack(server);
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
}
