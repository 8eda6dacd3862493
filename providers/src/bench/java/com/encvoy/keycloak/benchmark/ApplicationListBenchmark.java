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
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestRealm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of applications, in a realm with ten of them and in one with ten thousand: the page of the dashboard, the
 * REST API, a search, by an administrator; and the catalogue, which has a tenth of them. Requests to both realms
 * alternate.
 */
class ApplicationListBenchmark {

    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int CHUNK = 500;
    private static final int REQUESTS = Integer.getInteger("encvoy.benchmark.requests", 300);

    private final HttpClient http = HttpClient.newHttpClient();

    private record Side(String token, String cookie) {}

    @Test
    void compare() throws Exception {
        try (Postgres postgres = new Postgres()) {
            postgres.create("lists");
            try (BenchmarkServer server =
                    new BenchmarkServer("lists", postgres, Edition.of(true), BenchmarkServer.shippedOptions())) {
                server.start("/realms/master");
                Side few = fill(server, "few", FEW);
                Side many = fill(server, "many", MANY);
                StringBuilder table = new StringBuilder(String.format(
                        Locale.ROOT,
                        "| | %d applications: ms | %,d applications: ms | ratio |%n| --- | --- | --- | --- |%n",
                        FEW,
                        MANY));
                table.append(row("page of the dashboard", server, few, many, "dashboard/applications"));
                table.append(row("REST", server, few, many, "api/applications?max=20"));
                table.append(row("REST, last page", server, few, many, "api/applications?max=20&first=9980"));
                table.append(row("REST, search", server, few, many, "api/applications?max=20&search=cation-1"));
                table.append(row("applications of a person", server, few, many, "dashboard/apps"));
                table.append(row("catalogue", server, few, many, "dashboard/apps/catalog"));
                table.append(row("catalogue, search", server, few, many, "dashboard/apps/catalog?q=cation+1"));
                Files.writeString(Path.of("target/benchmark-applications.md"), table);
            }
        }
    }

    private Side fill(BenchmarkServer server, String name, int count) {
        TestRealm realm =
                TestRealm.copy(server, name, copy -> copy.getAttributes().put("encvoy.catalog", "true"));
        realm.grant(realm.person("administrator"), "realm-management", "realm-admin");
        ClientRepresentation cli = realm.client("admin-cli");
        cli.setFullScopeAllowed(true);
        cli.getAttributes().put("client.use.lightweight.access.token.enabled", "false");
        cli.getAttributes().put("access.token.lifespan", "86400");
        realm.admin().clients().get(cli.getId()).update(cli);
        for (int begin = 0; begin < count; begin += CHUNK) {
            PartialImportRepresentation part = new PartialImportRepresentation();
            part.setIfResourceExists("SKIP");
            part.setClients(IntStream.range(begin, Math.min(count, begin + CHUNK))
                    .mapToObj(ApplicationListBenchmark::application)
                    .toList());
            realm.admin().partialImport(part).close();
        }
        // Closing it would end the session of its token.
        Keycloak client = KeycloakBuilder.builder()
                .serverUrl(server.url().toString())
                .realm(name)
                .clientId("admin-cli")
                .username("administrator")
                .password(TestRealm.PASSWORD)
                .build();
        try (Browser browser = new Browser(server.url())) {
            browser.open(server.at("/realms/" + name + "/dashboard")).signIn("administrator", TestRealm.PASSWORD);
            return new Side(
                    client.tokenManager().getAccessTokenString(),
                    "KEYCLOAK_IDENTITY=" + browser.cookie("KEYCLOAK_IDENTITY"));
        }
    }

    private static ClientRepresentation application(int number) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(String.format(Locale.ROOT, "application-%05d", number));
        client.setName("Application " + number);
        client.setRootUrl("https://application-" + number + ".example.com");
        client.setBaseUrl("/");
        client.setRedirectUris(List.of("/callback"));
        // One in ten is in the catalogue, and in the small realm one.
        client.setAttributes(
                Map.of("encvoy.catalog", String.valueOf(number % FEW == 0), "encvoy.catalog_type", "Tools"));
        client.setProtocol("openid-connect");
        return client;
    }

    private String row(String title, BenchmarkServer server, Side few, Side many, String path) throws Exception {
        List<Double> ofFew = new ArrayList<>();
        List<Double> ofMany = new ArrayList<>();
        for (int i = 0; i < 2 * REQUESTS; i++) {
            double first = milliseconds(server.at("/realms/few/" + path), few);
            double second = milliseconds(server.at("/realms/many/" + path), many);
            if (i >= REQUESTS) {
                ofFew.add(first);
                ofMany.add(second);
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | **%.2f** |%n",
                title,
                Interleaved.median(ofFew),
                Interleaved.median(ofMany),
                Interleaved.median(ofMany) / Interleaved.median(ofFew));
    }

    private double milliseconds(URI address, Side side) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + side.token())
                .header("Cookie", side.cookie())
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        assertThat(response.statusCode()).as(address.toString()).isEqualTo(200);
        return milliseconds;
    }
}
