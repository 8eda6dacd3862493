package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The pack compared with Encvoy ID's own engine, bare and with everything in memory. Needs Node.js. */
class OidcProviderBenchmark {

    @Test
    void compare() throws Exception {
        assumeTrue(OidcProvider.isPossible(), "no Node.js");
        try (Postgres postgres = new Postgres();
                OidcProvider engine = new OidcProvider();
                BenchmarkServer server = Realms.started(postgres, "shipped", true)) {
            Provider bare = engine.provider();
            Provider pack = Realms.pack(server);
            Realms.warmUp(bare, pack);
            Interleaved rounds = Interleaved.ofServers();
            StringBuilder table = new StringBuilder(Machine.description(postgres, rounds.description()))
                    .append(Interleaved.head("bare oidc-provider"));
            for (Measure measure : List.of(
                    Measure.LOGIN, Measure.SILENT_LOGIN, Measure.CODE_EXCHANGE, Measure.ME, Measure.CODE_AND_ME)) {
                table.append(rounds.row(measure, bare, pack));
            }
            Files.writeString(Path.of("target/benchmark-oidc-provider.md"), table);
        }
    }
}
