package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a login, a refresh and a person cost the pack as shipped: time of the processor, in the server and in
 * PostgreSQL, and bytes of the database. The size guide is made of these figures.
 */
class SizeBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("encvoy.benchmark.round", 30));
    private static final int PEOPLE = Integer.getInteger("encvoy.benchmark.people", 100_000);
    private static final String DATABASE = "shipped";

    private final Postgres postgres = new Postgres();

    @Test
    void measure() throws Exception {
        StringBuilder table = new StringBuilder();
        try (postgres;
                BenchmarkServer server = Realms.started(postgres, DATABASE, true)) {
            table.append(Machine.description(postgres, "one round of " + ROUND.toSeconds() + " s each"));
            table.append("""
                    | | each second | server: processor, ms | PostgreSQL: processor, ms | database, bytes |
                    | --- | --- | --- | --- | --- |
                    """);
            Provider pack = Realms.pack(server);
            Realms.warmUp(pack);
            Queue<JsonNode> tokens = new ConcurrentLinkedQueue<>();
            table.append(row(Measure.LOGIN.title(), server, () -> logins(pack, tokens)));
            table.append(row("token (refresh), the first of each session", server, () -> refreshes(pack, tokens)));
            table.append(row(Measure.ME.title(), server, () -> Measure.ME.round(pack, ROUND)));
            long before = size();
            new Population(postgres, DATABASE, "encvoy").grow(Realms.PEOPLE, PEOPLE);
            table.append(String.format(
                    Locale.ROOT,
                    "| a person with a password | | | | %d |%n",
                    (size() - before) / (PEOPLE - Realms.PEOPLE)));
        }
        Files.writeString(Path.of("target/benchmark-size.md"), table);
    }

    private static VirtualUsers.Round logins(Provider pack, Queue<JsonNode> tokens) {
        return new VirtualUsers(pack)
                .during(
                        ROUND,
                        (connection, user, turn) -> tokens.add(pack.signIn(
                                connection, new Visitor(connection), pack.person(user, VirtualUsers.USERS, turn))));
    }

    /** Further refreshes within a minute cost less: Keycloak writes the time of the last one at most that often. */
    private static VirtualUsers.Round refreshes(Provider pack, Queue<JsonNode> tokens) {
        return new VirtualUsers(pack)
                .times(
                        tokens.size() / VirtualUsers.USERS,
                        (connection, user, turn) -> pack.application().refresh(connection, tokens.remove()));
    }

    private String row(String title, BenchmarkServer server, Supplier<VirtualUsers.Round> measured) throws IOException {
        Duration ofServer = server.processorTime();
        Duration ofDatabase = processorTimeOfPostgres();
        long bytes = size();
        VirtualUsers.Round round = measured.get();
        int count = round.milliseconds().size();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %d |%n",
                title,
                Interleaved.perSecond(round.perSecond()),
                server.processorTime().minus(ofServer).toNanos() / 1e6 / count,
                processorTimeOfPostgres().minus(ofDatabase).toNanos() / 1e6 / count,
                (size() - bytes) / count);
    }

    private long size() {
        postgres.execute(DATABASE, "CHECKPOINT");
        return postgres.number(DATABASE, "SELECT pg_database_size('" + DATABASE + "')");
    }

    /** Of all its processes; connections are kept, so that none ends in between. */
    private static Duration processorTimeOfPostgres() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
