package com.encvoy.keycloak.product;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Products that are set up as their pages say sign people in, refresh, and get the fields that they need. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductsIT {

    private static final String RAISE_VISIBILITY = "login-encvoy-raise-visibility";

    private final TestServer server;
    private TestRealm created;
    private TestRealm imported;

    ProductsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealms() {
        created = ProductRealms.created(server, "products");
        imported =
                ProductRealms.imported(server, "products-imported", templates().toArray(Product[]::new));
    }

    static List<Product> templates() {
        return List.of(Product.values()).stream().filter(Product::hasTemplate).toList();
    }

    static List<Product> refreshing() {
        return List.of(Product.values()).stream()
                .filter(product -> product.does(Habit.REFRESHES))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aProductSignsAPersonInAndNothingIsAsked(Product product) throws Exception {
        try (ProductSession session = new ProductSession(server, created, product)) {
            assertKnown(session.signIn("linus").person());
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void soDoesOneThatCameByAPartialImport(Product product) throws Exception {
        try (ProductSession session = new ProductSession(server, imported, product)) {
            assertKnown(session.signIn("linus").person());
        }
    }

    private static void assertKnown(JsonNode person) {
        assertThat(person.path("sub").asText()).isNotEmpty();
        assertThat(person.path("email").asText()).isEqualTo("linus@example.com");
        assertThat(person.path("name").asText()).isEqualTo("Ada Lovelace");
        assertThat(person.path("given_name").asText()).isEqualTo("Ada");
        assertThat(person.path("email_verified").isBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("refreshing")
    void aProductRefreshes(Product product) throws Exception {
        try (ProductSession session = new ProductSession(server, created, product)) {
            session.signIn("linus").refresh();

            assertKnown(session.person());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPersonWhoShowsNothingIsAskedForWhatTheProductNeeds(Product product) throws Exception {
        created.person("ken", person -> person.setAttributes(Map.of("public_profile_claims_oauth", List.of("id"))));
        try (ProductSession session = new ProductSession(server, created, product)) {
            Browser browser = session.open("").signIn("ken", TestRealm.PASSWORD);
            if (!product.fields().isEmpty()) {
                assertThat(browser.pageId()).isEqualTo(RAISE_VISIBILITY);
                browser.click("encvoy-raise");
            }
            session.redeem();

            JsonNode person = session.person();
            for (String field : List.of("email", "given_name", "family_name")) {
                assertThat(person.hasNonNull(field))
                        .as(field)
                        .isEqualTo(product.fields().contains(field));
            }
        }
    }

    @Test
    void moodleReadsAPhoneNumberThatIsShown() throws Exception {
        created.person(
                "grace",
                person -> person.setAttributes(Map.of(
                        "phone_number",
                        List.of("+491701234567"),
                        "public_profile_claims_oauth",
                        List.of("email", "given_name", "family_name", "phone_number"))));
        try (ProductSession session = new ProductSession(server, created, Product.MOODLE)) {
            session.open("phone").signIn("grace", TestRealm.PASSWORD);
            session.redeem();

            assertThat(session.person().path("phone_number").asText()).isEqualTo("+491701234567");
        }
    }

    @Test
    void rocketChatHasToSendTheIdentityTokenInTheHeader() throws Exception {
        try (ProductSession session = new ProductSession(server, created, Product.ROCKET_CHAT)) {
            session.signIn("linus");

            assertThat(session.userinfoByQuery().status()).isEqualTo(401);
        }
    }

    @Test
    void aTemplateThatWasNotFilledInIsRefused() throws Exception {
        ClientRepresentation client =
                JsonSerialization.readValue(Pack.application("grafana"), ClientRepresentation.class);
        client.setClientId("unfilled");

        try (Response response = created.admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(400);
        }
    }

    @Test
    void redirectUrisStayExact() {
        try (Browser browser = new Browser(server.url())) {
            browser.open(created.authorization("grafana", Product.GRAFANA.redirectUri() + "/", ""));

            assertThat(browser.address().toString())
                    .as("refused here, with the slash that is not registered")
                    .startsWith(server.url().toString());
            assertThat(browser.source()).contains("redirect_uri");
        }
    }

    @Test
    void theCallbackOfEncvoysGuideForNextcloudIsRegisteredToo() throws Exception {
        assertThat(created.client("nextcloud").getRedirectUris()).contains("/api/oauth/return");
        try (Browser browser = new Browser(server.url())) {
            String callback = "https://cloud.example.com/api/oauth/return";

            assertThat(browser.open(created.authorization("nextcloud", callback, ""))
                            .signIn("linus", TestRealm.PASSWORD)
                            .address()
                            .toString())
                    .startsWith(callback + "?");
        }
    }

    @Test
    void aClientMadeInTheConsoleIsAnEncvoyApplicationToo() {
        ClientRepresentation apache = created.client(Product.MOD_AUTH_OPENIDC.clientId());

        assertThat(apache.getDefaultClientScopes()).contains("encvoy", "email", "profile");
        assertThat(apache.getRedirectUris()).containsExactly(Product.MOD_AUTH_OPENIDC.redirectUri());
    }
}
