package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;

/** How long a login takes while hundreds of people sign in. Each begins again as soon as the claims are there. */
class CrowdBenchmark {

    private static final int PEOPLE = Integer.getInteger("encvoy.benchmark.people", 600);

    private final Interleaved rounds = new Interleaved(
            Integer.getInteger("encvoy.benchmark.rounds", 3), Duration.ofSeconds(60), Duration.ofSeconds(20));

    @Test
    void compare() throws Exception {
        try (Postgres postgres = new Postgres();
                BenchmarkServer plain = Realms.started(postgres, "plain", false, PEOPLE);
                BenchmarkServer shipped = Realms.started(postgres, "shipped", true, PEOPLE)) {
            Provider stock = Realms.stock(plain, PEOPLE);
            Provider pack = Realms.pack(shipped, PEOPLE);
            Realms.warmUp(stock, pack);
            Interleaved.Result result = rounds.measure(crowd(stock), crowd(pack));
            Files.writeString(
                    Path.of("target/benchmark-crowd.md"),
                    Machine.description(postgres, rounds.description(), PEOPLE) + """
                            | login with password | logins per second | p50, p99 in ms |
                            | --- | --- | --- |
                            """ + row("stock", result.stock())
                            + row("pack", result.pack()));
        }
    }

    private static Function<Duration, VirtualUsers.Round> crowd(Provider provider) {
        return duration -> new VirtualUsers(provider.server(), PEOPLE)
                .during(
                        duration,
                        (connection, user, turn) -> provider.signIn(
                                connection, new Visitor(connection), provider.person(user, PEOPLE, turn)));
    }

    private static String row(String side, List<VirtualUsers.Round> rounds) {
        return "| %s | %s | %s |%n"
                .formatted(side, Interleaved.perSecond(Interleaved.medianPerSecond(rounds)), Interleaved.times(rounds));
    }
}
