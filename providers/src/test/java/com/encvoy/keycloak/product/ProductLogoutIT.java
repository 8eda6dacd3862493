package com.encvoy.keycloak.product;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.LogoutReceiver;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;

import static org.assertj.core.api.Assertions.assertThat;

/** Products log people out here, and are told when they log out elsewhere. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductLogoutIT {

    private final TestServer server;
    private TestRealm realm;

    ProductLogoutIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = ProductRealms.created(server, "products-logout");
    }

    static List<Product> loggingOut() {
        return List.of(Product.values()).stream().filter(Product::logsOut).toList();
    }

    static List<Product> told() {
        return List.of(Product.values()).stream()
                .filter(product -> product.does(Habit.BACK_CHANNEL))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("loggingOut")
    void aLogoutOfTheProductEndsTheSessionHereAndReturnsToIt(Product product) throws Exception {
        try (ProductSession session = new ProductSession(server, realm, product)) {
            session.signIn("linus");
            assertThat(session.open("").address().toString())
                    .as("a silent login")
                    .startsWith(product.redirectUri());

            assertThat(session.logOut(product.startPage()).address()).hasToString(product.startPage());

            assertThat(session.open("").asksWhoItIs()).as("signed out").isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsAddressIsReturnedToWithAndWithoutSlashAndNoOther(Product product) {
        String start = product.address();
        try (ProductSession session = new ProductSession(server, realm, product)) {
            for (String address : List.of(start, start + "/", product.startPage(), product.redirectUri())) {
                assertThat(session.returnTo(address).address().toString())
                        .as(address)
                        .startsWith(address);
                assertThat(session.browser().status()).as(address).isEqualTo(200);
            }
            for (String address : List.of(product.address() + "/elsewhere", "https://example.org/")) {
                assertThat(session.returnTo(address).status()).as(address).isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("told")
    void aLogoutElsewhereReachesTheProduct(Product product) throws Exception {
        try (LogoutReceiver receiver = new LogoutReceiver();
                ProductSession session = new ProductSession(server, realm, product)) {
            realm.settings(
                    product.clientId(),
                    Map.of(
                            "backchannel.logout.url",
                            receiver.address().toString(),
                            "backchannel.logout.session.required",
                            "true"));
            JsonNode person = session.signIn("linus").person();

            realm.admin()
                    .users()
                    .searchByUsername("linus", true)
                    .forEach(user -> realm.admin().users().get(user.getId()).logout());

            LogoutTokenClaimsSet logout = session.validateLogout(receiver.token());
            assertThat(logout.getSubject().getValue())
                    .isEqualTo(person.path("sub").asText());
            assertThat(logout.getSessionID().getValue())
                    .isEqualTo(person.path("sid").asText());
            assertThat(logout.getIssuer().getValue())
                    .isEqualTo(person.path("iss").asText());
            assertThat(logout.getClaim("nonce")).isNull();
            assertThat(logout.getJSONObjectClaim("events"))
                    .containsKey("http://schemas.openid.net/event/backchannel-logout");
        } finally {
            realm.settings(product.clientId(), Map.of("backchannel.logout.url", ""));
        }
    }
}
