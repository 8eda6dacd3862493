package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.node.CaddyProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Monday morning: people come at twice the rate that the server can serve, behind the proxy of the compose files. What
 * exceeds its queue is refused, and people try again when they are told to. The same with a mail server that hangs, and
 * with two nodes of which one is killed in the middle.
 */
class BurstBenchmark {

    private static final int PEOPLE = Integer.getInteger("encvoy.benchmark.people", 5000);
    private static final Duration CLOSED_LOOP = Duration.ofSeconds(20);

    /** One person in ten asks for a code by e-mail before typing the password. */
    private static final int CODES = 10;

    private static final Path RESULT = Path.of("target/benchmark-burst.md");

    private static final Map<String, Function<Burst, String>> ROWS = rows();

    private final Map<String, Burst> bursts = new LinkedHashMap<>();
    private String description;

    private static Map<String, Function<Burst, String>> rows() {
        Map<String, Function<Burst, String>> rows = new LinkedHashMap<>();
        rows.put("logins per second that it can serve (closed loop)", Burst::rate);
        rows.put("a login at half this rate: p50, p95 in s", Burst::usual);
        rows.put("logins completed of people who came at twice this rate", Burst::completed);
        rows.put("requests refused with 503", Burst::refused);
        rows.put("time until a refusal: p50, p99, longest in ms", Burst::untilRefused);
        rows.put("half of the people have come after, s", Burst::halfway);
        rows.put("logins begun anew", Burst::begunAnew);
        rows.put("such a login, with all that was tried again: p50, p95, longest in s", Burst::durations);
        rows.put("from the last arrival until all were signed in, s", Burst::backlog);
        rows.put("then a login at half the rate, each 10 s of a minute: p95 in s", Burst::afterwards);
        rows.put("`/health/ready`, each second", Burst::ready);
        rows.put("`/health/live`, each second", Burst::live);
        rows.put("`/metrics`, each second", Burst::metrics);
        return rows;
    }

    @Test
    void everyoneSignsInOnAMondayMorning() throws Exception {
        assumeTrue(CaddyProxy.isInstalled(), "Caddy, the proxy of the compose files, is not installed");
        try (Postgres postgres = new Postgres()) {
            description = Machine.description(
                    postgres,
                    "%d people in each column; %d requests queue in one node, %d in each of two"
                            .formatted(PEOPLE, BurstServer.queue(1), BurstServer.queue(2)));
            postgres.create("burst");
            try (BurstServer server = new BurstServer(postgres, "burst", 1)) {
                TestRealm realm = TestRealm.imported(server);
                realm.person("person0");
                new Population(postgres, "burst", "encvoy").grow(1, PEOPLE);
                Provider provider = server.provider(PEOPLE);
                double perSecond = perSecond(provider);
                add("one node", Burst.of(server, provider, perSecond, PEOPLE, 0, () -> {}));
                mailAboutNewBrowsers(realm, true);
                try (SilentMailServer mail = new SilentMailServer(realm)) {
                    Burst hanging = Burst.of(server, provider, perSecond, PEOPLE, CODES, () -> {});
                    add("one node, a mail server that hangs", hanging);
                    assertThat(mail.connections()).isPositive();
                }
                mailAboutNewBrowsers(realm, false);
            }
            try (BurstServer server = new BurstServer(postgres, "burst", 2)) {
                Provider provider = server.provider(PEOPLE);
                double perSecond = perSecond(provider);
                add(
                        "two nodes, one killed in the middle",
                        Burst.of(server, provider, perSecond, PEOPLE, 0, () -> server.kill(1)));
            }
        }
        assertThat(bursts).allSatisfy((title, burst) -> {
            assertThat(burst.people().logins()).as(title).hasSize(PEOPLE);
            assertThat(burst.people().withoutRetryAfter()).as(title).isZero();
            assertThat(burst.after().withoutRetryAfter()).as(title).isZero();
        });
    }

    private static double perSecond(Provider provider) {
        Realms.warmUp(provider);
        return Measure.LOGIN.round(provider, CLOSED_LOOP).perSecond();
    }

    /** As the shipped realm does; each sign-in of the benchmark is in a new browser. */
    private static void mailAboutNewBrowsers(TestRealm realm, boolean mails) {
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.getAttributes().put("encvoy.mail_new_browser", String.valueOf(mails));
        realm.admin().update(changed);
    }

    private void add(String title, Burst burst) throws IOException {
        bursts.put(title, burst);
        StringBuilder table = new StringBuilder(description)
                .append("| | ")
                .append(String.join(" | ", bursts.keySet()))
                .append(" |\n")
                .append("| --- ".repeat(bursts.size() + 1))
                .append("|\n");
        ROWS.forEach((row, value) -> table.append("| ")
                .append(row)
                .append(" | ")
                .append(bursts.values().stream().map(value).collect(Collectors.joining(" | ")))
                .append(" |\n"));
        Files.writeString(RESULT, table);
    }
}
