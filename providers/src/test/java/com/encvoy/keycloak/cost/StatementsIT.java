package com.encvoy.keycloak.cost;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.StockRealm;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What sign-ins and the requests of an application cost the stores: no change may add a statement, a commit or a write
 * to a cache unseen. Beside the shipped realm, one with Keycloak's own flow that does the same work.
 */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIT {

    private static final String REDIRECT_URI = "https://application.example.com/callback";
    private static final String SECRET = "secret-of-the-application-for-both";
    private static final int TIMES = 2;

    /** What the shipped realm does in addition: the identifier is kept until the password is sent. */
    private static final Map<Step, Cost> EXTRAS = Map.of(Step.IDENTIFIER, Cost.of(0, 0, 1));

    private final TestServer server;
    private Map<Step, Cost> pack;
    private Map<Step, Cost> stock;

    StatementsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void travel() {
        TestRealm shipped = TestRealm.copy(server, "cost", Pack.realm(), realm -> {});
        SentrySettings sentry = shipped.sentry("");
        pack = new Journey(
                        server,
                        shipped,
                        Application.atEncvoyAddress(server, shipped, sentry.oidcClientId(), sentry.oidcClientSecret()),
                        TestRealm.SENTRY_URL + "/auth/sso/")
                .costs(TIMES);
        RealmRepresentation plain = StockRealm.representation();
        plain.setRealm("cost-stock");
        TestRealm other = TestRealm.create(server, plain);
        other.admin().users().userProfile().update(StockRealm.userProfile());
        other.application("application", SECRET, REDIRECT_URI);
        stock = new Journey(
                        server,
                        other,
                        Application.atKeycloakAddress(server, other, "application", SECRET),
                        REDIRECT_URI)
                .costs(TIMES);
    }

    /** A number that falls is lowered here; one that rises needs a reason. */
    @Test
    void theShippedRealmCostsWhatItDid() {
        // Before 26.7, Keycloak does not lock the rows of sessions that it updates.
        boolean locks = !Pack.keycloakVersion().startsWith("26.6.");

        assertThat(text(pack)).as(listed(pack)).isEqualTo("""
                PAGE: 0 statements, 0 commits, 1 writes
                IDENTIFIER: 0 statements, 0 commits, 1 writes
                PASSWORD: 7 statements, 2 commits, 4 writes
                SILENT_LOGIN: %s, 4 writes
                CODE: %s statements, 2 commits, 5 writes
                ME: 0 statements, 0 commits, 0 writes
                REFRESH: %s statements, 1 commits, 2 writes
                """.formatted(
                        locks ? "7 statements, 1 commits" : "5 statements, 2 commits", locks ? 12 : 10, locks ? 6 : 4));
    }

    @ParameterizedTest
    @EnumSource
    void noStepCostsMoreThanKeycloaksOwn(Step step) {
        Cost limit = stock.getOrDefault(step, Cost.NONE).plus(EXTRAS.getOrDefault(step, Cost.NONE));

        assertThat(pack.get(step))
                .as("%s%nKeycloak's own:%n%s", pack.get(step).listed(), listed(stock))
                .matches(cost -> cost.isWithin(limit), "is within " + limit);
    }

    private static String text(Map<Step, Cost> costs) {
        return costs.entrySet().stream()
                .map(step -> step.getKey() + ": " + step.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String listed(Map<Step, Cost> costs) {
        return costs.entrySet().stream()
                .map(step -> step.getKey() + "\n" + step.getValue().listed())
                .collect(Collectors.joining());
    }
}
