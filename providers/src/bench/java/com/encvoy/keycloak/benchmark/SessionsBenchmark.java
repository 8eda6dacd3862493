package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;

/**
 * The memory of a server with ten thousand browsers that are signed in at an application with offline access: a session
 * and an offline session for each. The pack's realm keeps both after one login; a stock Keycloak keeps only the offline
 * one, unless the browser has visited before, so that its browsers visit twice.
 */
class SessionsBenchmark {

    private static final int STARTS = Integer.getInteger("encvoy.benchmark.starts", 7);
    private static final int SESSIONS = 10_000;

    private record Memory(double heap, double resident) {}

    @Test
    void compare() throws Exception {
        List<Memory> stock = new ArrayList<>();
        List<Memory> pack = new ArrayList<>();
        String description;
        try (Postgres postgres = new Postgres()) {
            description =
                    Machine.description(postgres, STARTS + " starts of each, with the same options of the Java VM");
            for (int i = 0; i < STARTS; i++) {
                stock.add(measure(postgres, "plain" + i, false));
                pack.add(measure(postgres, "shipped" + i, true));
            }
        }
        Files.writeString(
                Path.of("target/benchmark-sessions.md"),
                description + """
                | with 10,000 sessions and offline sessions, MB | stock: median (min–max) | pack | pack ÷ stock |
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
        try (BenchmarkServer server = new BenchmarkServer(name, postgres, withPack, BenchmarkServer.defaults(true))) {
            server.start("/realms/master");
            // Cheap hashes: they are not measured here, and ten thousand would take long.
            Realms.fill(server, withPack, realm -> realm.setPasswordPolicy("hashIterations(1)"));
            Provider provider = withPack ? Realms.pack(server) : Realms.stock(server);
            new VirtualUsers(provider).times(SESSIONS / VirtualUsers.USERS, (connection, user, turn) -> {
                Visitor visitor = new Visitor(connection);
                String person = provider.person(user, VirtualUsers.USERS, turn);
                if (!withPack) {
                    provider.signInFirst(connection, visitor, person);
                }
                provider.signIn(connection, visitor, person);
            });
            return new Memory(server.heapAfterFullCollection() / 1048576.0, server.residentSetSize() / 1048576.0);
        }
    }

    private static String row(String title, List<Double> stock, List<Double> pack) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | **%.2f** |%n",
                title,
                Interleaved.range(stock),
                Interleaved.range(pack),
                Interleaved.median(pack) / Interleaved.median(stock));
    }
}
