package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
        Map<Edition, List<Memory>> results = new EnumMap<>(Edition.class);
        try (Postgres postgres = new Postgres()) {
            for (int i = 0; i < STARTS; i++) {
                for (Edition edition : Edition.values()) {
                    results.computeIfAbsent(edition, key -> new ArrayList<>())
                            .add(measure(postgres, edition.database() + i, edition));
                }
                write(
                        Machine.description(postgres, i + 1 + " starts of each, with the same options of the Java VM"),
                        results);
            }
        }
    }

    private static void write(String description, Map<Edition, List<Memory>> results) throws IOException {
        Files.writeString(
                Path.of("target/benchmark-sessions.md"),
                description + """
                | with 10,000 sessions and offline sessions, MB: median (min–max) | stock | pack | pack ÷ stock \
                | pack, without the native JAR | pack ÷ stock |
                | --- | --- | --- | --- | --- | --- |
                """
                        + row("heap after a full collection", results, Memory::heap)
                        + row("resident memory", results, Memory::resident));
    }

    private static Memory measure(Postgres postgres, String name, Edition edition) throws IOException {
        boolean withPack = edition.hasPack();
        postgres.create(name);
        try (BenchmarkServer server = new BenchmarkServer(name, postgres, edition, BenchmarkServer.defaults(true))) {
            server.start("/realms/master");
            // Cheap hashes: they are not measured here, and ten thousand would take long.
            Realms.fill(server, withPack, realm -> realm.setPasswordPolicy("hashIterations(1)"));
            Provider provider = withPack ? Realms.pack(server) : Realms.stock(server);
            new VirtualUsers(provider).times(SESSIONS / VirtualUsers.USERS, (connection, user, turn) -> {
                Visitor visitor = new Visitor(connection);
                String person = provider.person(user, VirtualUsers.USERS, turn);
                if (!withPack) {
                    provider.authorizeFirst(visitor, person);
                }
                provider.tokens(connection, visitor, person);
            });
            return new Memory(server.heapAfterFullCollection() / 1048576.0, server.residentSetSize() / 1048576.0);
        }
    }

    private static String row(String title, Map<Edition, List<Memory>> results, Function<Memory, Double> value) {
        Map<Edition, List<Double>> values = new EnumMap<>(Edition.class);
        results.forEach((edition, memories) ->
                values.put(edition, memories.stream().map(value).toList()));
        List<Double> stock = values.get(Edition.STOCK);
        List<Double> pack = values.get(Edition.PACK);
        List<Double> java = values.get(Edition.PACK_WITHOUT_NATIVE);
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        title,
                        Interleaved.range(stock),
                        Interleaved.range(pack),
                        Interleaved.ofMedians(stock, pack),
                        Interleaved.range(java),
                        Interleaved.ofMedians(stock, java));
    }
}
