package com.encvoy.keycloak.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What the first page of the dashboard costs: bytes, not compressed, of everything it loads. */
@KeycloakServer
class FirstPageIT {

    private static final int LIMIT = 100_000;

    private static final String LOADED = "//link[@rel='stylesheet' or contains(@rel, 'icon') or contains(@rel, 'load')]"
            + " | //script[@src] | //img[@src] | //iframe[@src] | //source[@src]";

    /** What a style sheet or a script loads in turn. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:url\\(|@import\\s+|\\bimport\\s+(?:[\\w{},* ]+\\s+from\\s+)?)[\"']?"
                    + "(?!data:|#)([^\"')\\s]+)[\"')]");

    private final TestServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    FirstPageIT(TestServer server) {
        this.server = server;
    }

    @Test
    void weighsLessThanAHundredKilobytes() throws Exception {
        TestRealm realm = TestRealm.copy(server, "first-page", copy -> {});
        realm.person("ada");
        try (DashboardBrowser browser = new DashboardBrowser(server, realm, "ada", "")) {
            assertThat(browser.status()).isEqualTo(200);
            Map<URI, Integer> weights =
                    weights(browser.browser().html(), browser.browser().address());
            weights.put(
                    browser.browser().address(), browser.browser().source().getBytes(StandardCharsets.UTF_8).length);

            assertThat(weights).hasSizeGreaterThan(3);
            assertThat(weights.values().stream().mapToInt(Integer::intValue).sum())
                    .as(weights.toString())
                    .isLessThan(LIMIT);
        }
    }

    private Map<URI, Integer> weights(HtmlPage page, URI address) throws IOException, InterruptedException {
        Map<URI, Integer> weights = new LinkedHashMap<>();
        Deque<URI> left = new ArrayDeque<>(page.getByXPath(LOADED).stream()
                .map(DomElement.class::cast)
                .map(element ->
                        element.hasAttribute("src") ? element.getAttribute("src") : element.getAttribute("href"))
                .filter(reference -> !reference.startsWith("data:"))
                .map(address::resolve)
                .toList());
        while (!left.isEmpty()) {
            URI next = left.pop();
            if (weights.containsKey(next)) {
                continue;
            }
            HttpResponse<byte[]> response =
                    http.send(HttpRequest.newBuilder(next).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(next.toString()).isEqualTo(200);
            weights.put(next, response.body().length);
            if (next.getPath().endsWith(".css") || next.getPath().endsWith(".js")) {
                references(response.body()).map(next::resolve).forEach(left::push);
            }
        }
        return weights;
    }

    private static Stream<String> references(byte[] file) {
        return REFERENCE
                .matcher(new String(file, StandardCharsets.UTF_8))
                .results()
                .map((MatchResult found) -> found.group(1));
    }
}
