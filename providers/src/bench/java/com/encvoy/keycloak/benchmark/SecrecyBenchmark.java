package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.movein.EncvoyId;
import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestRealm;

/**
 * The difference between response times for known and for unknown people: a large one would reveal to strangers who has
 * an account.
 */
class SecrecyBenchmark {

    private static final String APPLICATION = "https://wiki.example.com/login";
    private static final int SAMPLES = Integer.getInteger("encvoy.benchmark.samples", 400);
    private static final int WARM_UP = 150;

    /** The 95 % quantile of a normal distribution, two-sided. */
    private static final double QUANTILE = 1.96;

    private TestRealm realm;
    private BenchmarkServer server;

    @Test
    void compare() throws IOException {
        try (Postgres postgres = new Postgres()) {
            postgres.create("secrecy");
            try (BenchmarkServer started =
                    new BenchmarkServer("secrecy", postgres, Edition.of(true), BenchmarkServer.shippedOptions())) {
                server = started;
                server.start("/realms/master");
                realm = TestRealm.copy(server, "secrecy", copy -> {
                    copy.setFailureFactor(1_000_000);
                    copy.setQuickLoginCheckMilliSeconds(0L);
                    copy.setMinimumQuickLoginWaitSeconds(0);
                    TestRealm.options(
                            copy,
                            "encvoy-email-code",
                            Map.of(
                                    "max_mails_per_hour",
                                    "100",
                                    "max_mails_per_source",
                                    "10000",
                                    "max_wrong_per_day",
                                    "1000"));
                });
                realm.application("wiki", "secret-of-the-wiki-for-tests", APPLICATION);
                for (int i = 0; i < 20; i++) {
                    realm.person("known" + i);
                }
                StringBuilder table = new StringBuilder(
                        "| answer to | unknown: mean ms | known: mean ms | difference ms, 95 % |\n| --- | --- | "
                                + "--- | --- |\n");
                table.append(row("a name", (browser, name) -> browser, (browser, name) -> browser.identify(name)));
                table.append(row(
                        "a wrong password",
                        Browser::identify,
                        (browser, name) -> browser.type("password", "wrong").click("kc-login")));
                table.append(row(
                        "asking for a first code",
                        (browser, name) -> browser.identify(name),
                        (browser, name) -> browser.otherMethod("Code by email")));
                table.append(row(
                        "a wrong code",
                        (browser, name) -> browser.identify(name).otherMethod("Code by email"),
                        (browser, name) -> browser.type("code", "000000").click("kc-login")));
                holdBcrypt();
                table.append(row(
                        "a wrong password, bcrypt hashes",
                        Browser::identify,
                        (browser, name) -> browser.type("password", "wrong").click("kc-login")));
                Files.writeString(Path.of("target/benchmark-secrecy.md"), table);
            }
        }
    }

    /** Has half of the people moved in from Encvoy ID, with their hashes. */
    private void holdBcrypt() {
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.getAttributes().put("encvoy.bcrypt_passwords", "true");
        realm.admin().update(settings);
        CredentialRepresentation moved = new CredentialRepresentation();
        moved.setType(CredentialRepresentation.PASSWORD);
        moved.setSecretData("{\"value\":\"" + EncvoyId.bcrypt("right") + "\",\"salt\":\"\"}");
        moved.setCredentialData("{\"hashIterations\":10,\"algorithm\":\"bcrypt\"}");
        for (int i = 0; i < 20; i += 2) {
            realm.change(
                    realm.admin()
                            .users()
                            .searchByUsername("known" + i, true)
                            .get(0)
                            .getId(),
                    user -> user.setCredentials(List.of(moved)));
        }
    }

    private String row(
            String what, BiFunction<Browser, String, Browser> before, BiFunction<Browser, String, Browser> step) {
        List<Double> known = new ArrayList<>();
        List<Double> unknown = new ArrayList<>();
        for (int sample = -WARM_UP; sample < SAMPLES; sample++) {
            boolean knownFirst = sample % 2 == 0;
            double first = time((knownFirst ? "known" : "other") + Math.floorMod(sample, 20), before, step);
            double second = time((knownFirst ? "other" : "known") + Math.floorMod(sample, 20), before, step);
            if (sample >= 0) {
                known.add(knownFirst ? first : second);
                unknown.add(knownFirst ? second : first);
            }
        }
        double difference = mean(known) - mean(unknown);
        double half = QUANTILE * Math.sqrt(variance(known) / SAMPLES + variance(unknown) / SAMPLES);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | **%.2f** (%.2f to %.2f) |%n",
                what,
                mean(unknown),
                mean(known),
                difference,
                difference - half,
                difference + half);
    }

    /** Response time of one step, in milliseconds. */
    private double time(
            String name, BiFunction<Browser, String, Browser> before, BiFunction<Browser, String, Browser> step) {
        try (Browser browser = new Browser(server.url()).reading("en")) {
            var unused = before.apply(browser.open(realm.authorization("wiki", APPLICATION, "")), name);
            long begin = System.nanoTime();
            var unusedPage = step.apply(browser, name);
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double variance(List<Double> values) {
        double mean = mean(values);
        return values.stream()
                        .mapToDouble(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.size() - 1);
    }
}
