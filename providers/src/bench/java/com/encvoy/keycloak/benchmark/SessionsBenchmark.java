package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;

/** The memory of a server with ten thousand sessions: stock with its own defaults, and the pack as it is shipped. */
class SessionsBenchmark {

    private static final int STARTS = Integer.getInteger("encvoy.benchmark.starts", 5);
    private static final int SESSIONS = 10_000;

    private record Memory(double heap, double resident) {}

    @Test
    void compare() throws Exception {
        List<Memory> stock = new ArrayList<>();
        List<Memory> pack = new ArrayList<>();
        try (Postgres postgres = new Postgres()) {
            for (int i = 0; i < STARTS; i++) {
                stock.add(measure(postgres, "plain" + i, false));
                pack.add(measure(postgres, "shipped" + i, true));
            }
        }
        Files.writeString(
                Path.of("target/benchmark-sessions.md"),
                """
                | with 10,000 sessions, MB | stock, its own defaults | pack, as shipped | pack ÷ stock |
                | --- | --- | --- | --- |
                """
                        + row(
                                "heap after a full collection",
                                stock.stream().map(Memory::heap).toList(),
                                pack.stream().map(Memory::heap).toList())
                        + row(
                                "resident memory",
                                stock.stream().map(Memory::resident).toList(),
                                pack.stream().map(Memory::resident).toList()));
    }

    private static Memory measure(Postgres postgres, String name, boolean withPack) throws IOException {
        postgres.create(name);
        try (BenchmarkServer server =
                new BenchmarkServer(name, postgres, withPack, BenchmarkServer.defaults(withPack))) {
            server.start("/realms/master");
            // Cheap hashes: they are not measured here, and ten thousand would take long.
            Realms.fill(server, withPack, realm -> realm.setPasswordPolicy("hashIterations(1)"));
            Provider provider = withPack ? Realms.pack(server) : Realms.stock(server);
            new VirtualUsers(provider)
                    .times(
                            SESSIONS / VirtualUsers.USERS,
                            (connection, user, turn) -> provider.signIn(
                                    connection,
                                    new Visitor(connection),
                                    provider.person(user, VirtualUsers.USERS, turn)));
            return new Memory(server.heapAfterFullCollection() / 1048576.0, server.residentSetSize() / 1048576.0);
        }
    }

    private static String row(String title, List<Double> stock, List<Double> pack) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | **%.2f** |%n",
                title,
                Interleaved.median(stock),
                Interleaved.median(pack),
                Interleaved.median(pack) / Interleaved.median(stock));
    }
}
