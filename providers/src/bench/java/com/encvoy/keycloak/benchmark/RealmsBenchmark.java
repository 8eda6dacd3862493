package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;

/**
 * Whole logins and single endpoints, in a realm with Keycloak's defaults on a stock server and in the realm of the
 * pack. Both servers run side by side, with the same options of the Java VM, in interleaved rounds.
 */
class RealmsBenchmark {

    @Test
    void compare() throws Exception {
        try (Postgres postgres = new Postgres();
                BenchmarkServer plain = Realms.started(postgres, "plain", false);
                BenchmarkServer shipped = Realms.started(postgres, "shipped", true)) {
            Provider stock = Realms.stock(plain);
            Provider pack = Realms.pack(shipped);
            Realms.warmUp(stock, pack);
            Interleaved rounds = Interleaved.ofServers();
            StringBuilder table = new StringBuilder(Interleaved.head("stock"));
            for (Measure measure : measures()) {
                table.append(rounds.row(measure, stock, pack));
            }
            Files.writeString(Path.of("target/benchmark-realms.md"), table);
        }
    }

    private static List<Measure> measures() {
        String wanted = System.getProperty("encvoy.benchmark.measures", ".*");
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.name().matches(wanted))
                .toList();
    }
}
