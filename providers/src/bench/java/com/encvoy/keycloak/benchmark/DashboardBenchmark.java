package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestRealm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first page of the dashboard, which shows the person's data, beside the first document of Keycloak's account
 * console, which only loads the scripts that then ask for them. Requests of the same person to both alternate.
 */
class DashboardBenchmark {

    private static final int REQUESTS = Integer.getInteger("encvoy.benchmark.requests", 300);

    /** How much longer the dashboard may take. */
    private static final double LIMIT = 1.5;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Test
    void compare() throws Exception {
        try (Postgres postgres = new Postgres()) {
            postgres.create("dashboard");
            try (BenchmarkServer server =
                    new BenchmarkServer("dashboard", postgres, Edition.of(true), BenchmarkServer.shippedOptions())) {
                server.start("/realms/master");
                TestRealm.copy(server, "people", copy -> {}).person("ada");
                URI dashboard;
                String cookie;
                try (Browser browser = new Browser(server.url())) {
                    browser.open(server.at("/realms/people/dashboard")).signIn("ada", TestRealm.PASSWORD);
                    dashboard = browser.address();
                    cookie = "KEYCLOAK_IDENTITY=" + browser.cookie("KEYCLOAK_IDENTITY");
                }
                measure(dashboard, server.at("/realms/people/account/"), cookie);
            }
        }
    }

    private void measure(URI dashboard, URI console, String cookie) throws Exception {
        List<Double> ofDashboard = new ArrayList<>();
        List<Double> ofConsole = new ArrayList<>();
        for (int i = 0; i < 2 * REQUESTS; i++) {
            double first = milliseconds(dashboard, cookie);
            double second = milliseconds(console, cookie);
            if (i >= REQUESTS) {
                ofDashboard.add(first);
                ofConsole.add(second);
            }
        }
        double ratio = Interleaved.median(ofDashboard) / Interleaved.median(ofConsole);
        Files.writeString(
                Path.of("target/benchmark-dashboard.md"),
                String.format(
                        Locale.ROOT,
                        "| | dashboard: ms | account console: ms | ratio |%n| --- | --- | --- | --- |%n"
                                + "| first page | %.1f | %.1f | **%.2f** |%n",
                        Interleaved.median(ofDashboard),
                        Interleaved.median(ofConsole),
                        ratio));
        assertThat(ratio).isLessThan(LIMIT);
    }

    private double milliseconds(URI address, String cookie) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Cookie", cookie).build();
        long begin = System.nanoTime();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        assertThat(response.statusCode()).as(address.toString()).isEqualTo(200);
        return milliseconds;
    }
}
