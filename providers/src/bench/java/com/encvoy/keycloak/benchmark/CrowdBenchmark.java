package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;

/** How long a login takes while hundreds of people sign in. Each begins again as soon as the claims are there. */
class CrowdBenchmark {

    private static final int PEOPLE = Integer.getInteger("encvoy.benchmark.people", 600);
    private static final int ROUNDS = Integer.getInteger("encvoy.benchmark.rounds", 3);
    private static final Duration ROUND = Duration.ofSeconds(60);

    @Test
    void compare() throws Exception {
        try (Postgres postgres = new Postgres();
                BenchmarkServer plain = Realms.started(postgres, "plain", false, PEOPLE);
                BenchmarkServer shipped = Realms.started(postgres, "shipped", true, PEOPLE)) {
            Provider stock = Realms.stock(plain, PEOPLE);
            Provider pack = Realms.pack(shipped, PEOPLE);
            Realms.warmUp(stock, pack);
            List<VirtualUsers.Round> ofStock = new ArrayList<>();
            List<VirtualUsers.Round> ofPack = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                ofStock.add(round(stock));
                ofPack.add(round(pack));
            }
            Files.writeString(
                    Path.of("target/benchmark-crowd.md"),
                    Machine.description(
                                    postgres,
                                    ROUNDS + " rounds of " + ROUND.toSeconds() + " s a side, interleaved",
                                    PEOPLE)
                            + """
                            | login with password | logins per second | p50, ms | p99, ms |
                            | --- | --- | --- | --- |
                            """
                            + row("stock", ofStock)
                            + row("pack", ofPack));
        }
    }

    private static VirtualUsers.Round round(Provider provider) {
        return new VirtualUsers(provider.server(), PEOPLE)
                .during(
                        ROUND,
                        (connection, user, turn) -> provider.signIn(
                                connection, new Visitor(connection), provider.person(user, PEOPLE, turn)));
    }

    private static String row(String side, List<VirtualUsers.Round> rounds) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f |%n",
                side,
                Interleaved.perSecond(Interleaved.median(
                        rounds.stream().map(VirtualUsers.Round::perSecond).toList())),
                Interleaved.median(
                        rounds.stream().map(round -> round.percentile(0.5)).toList()),
                Interleaved.median(
                        rounds.stream().map(round -> round.percentile(0.99)).toList()));
    }
}
