package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.ws.rs.core.Response;

import org.keycloak.crypto.Algorithm;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AudienceProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.StockRealm;
import com.encvoy.keycloak.server.TestRealm;

/** The {@link StockRealm} and the realm of the pack, each with the same people and an application. */
final class Realms {

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("encvoy.benchmark.warm-up", 90));
    static final int PEOPLE = 200;

    /** Codes are valid for a minute: the number that can be used in that time. */
    private static final int CODES = 1200;

    static final String CLIENT_ID = "error-tracker";
    private static final String ALIKE = "error-tracker-rs256";
    static final String SECRET = "secret-of-the-benchmark-for-both";
    static final String SCOPE = "openid email profile";

    /** Asked for explicitly at the stock server; a default scope of the pack's application. */
    private static final String OFFLINE = " offline_access";

    private Realms() {}

    /** A server with its realm filled, and with the options of the Java VM that the pack ships. */
    static BenchmarkServer started(Postgres postgres, String name, boolean withPack) {
        return started(postgres, name, withPack, PEOPLE);
    }

    static BenchmarkServer started(Postgres postgres, String name, boolean withPack, int count) {
        postgres.create(name);
        BenchmarkServer server =
                new BenchmarkServer(name, postgres, Edition.of(withPack), BenchmarkServer.shippedOptions());
        server.start("/realms/master");
        people(realm(server, withPack), count);
        return server;
    }

    /** Long enough for the compiler of the Java VM to finish, which takes a minute on a small machine. */
    static void warmUp(Provider... providers) {
        for (Provider provider : providers) {
            Measure.LOGIN.round(provider, WARM_UP);
        }
    }

    static void fill(BenchmarkServer server, boolean pack) {
        people(realm(server, pack), PEOPLE);
    }

    /** @param change of the realm before there are people in it */
    static void fill(BenchmarkServer server, boolean pack, Consumer<RealmRepresentation> change) {
        TestRealm realm = realm(server, pack);
        RealmRepresentation representation = realm.admin().toRepresentation();
        change.accept(representation);
        realm.admin().update(representation);
        people(realm, PEOPLE);
    }

    private static TestRealm realm(BenchmarkServer server, boolean pack) {
        if (pack) {
            return TestRealm.of(server, "encvoy");
        }
        TestRealm stock = TestRealm.of(server, "stock");
        StockRealm.askOnTwoPages(stock.admin());
        stock.admin().users().userProfile().update(StockRealm.userProfile());
        stock.application(CLIENT_ID, SECRET, RelyingApplication.REDIRECT_URI);
        stock.admin()
                .clients()
                .get(stock.client(CLIENT_ID).getId())
                .getProtocolMappers()
                .createMapper(audience())
                .close();
        return stock;
    }

    /** A stock Keycloak lets a client introspect its token only if the client is in the token's audience. */
    private static ProtocolMapperRepresentation audience() {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("audience");
        mapper.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        mapper.setProtocolMapper(AudienceProtocolMapper.PROVIDER_ID);
        mapper.setConfig(Map.of(
                AudienceProtocolMapper.INCLUDED_CLIENT_AUDIENCE,
                CLIENT_ID,
                OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN,
                "true"));
        return mapper;
    }

    private static void people(TestRealm realm, int count) {
        for (int i = 0; i < count; i++) {
            realm.person("person" + i);
        }
    }

    static Provider stock(BenchmarkServer server) throws IOException {
        return stock(server, PEOPLE);
    }

    static Provider stock(BenchmarkServer server, int people) throws IOException {
        return new Provider(server.url(), server.at("/realms/stock"), CLIENT_ID, SECRET, SCOPE, people, CODES)
                .asking(SCOPE + OFFLINE);
    }

    /** As shipped: the application's access tokens are signed with HS256. */
    static Provider pack(BenchmarkServer server) throws IOException {
        return pack(server, PEOPLE);
    }

    static Provider pack(BenchmarkServer server, int people) throws IOException {
        return pack(server, CLIENT_ID, people);
    }

    /** An application whose access tokens are signed as a stock Keycloak signs them. */
    static Provider alike(BenchmarkServer server) throws IOException {
        TestRealm realm = TestRealm.of(server, "encvoy");
        ClientRepresentation client = realm.client(CLIENT_ID);
        client.setId(null);
        client.setClientId(ALIKE);
        client.setSecret(secret(server));
        if (client.getProtocolMappers() != null) {
            client.getProtocolMappers().forEach(mapper -> mapper.setId(null));
        }
        client.getAttributes().put(OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG, Algorithm.RS256);
        try (Response created = realm.admin().clients().create(client)) {
            if (created.getStatus() != Response.Status.CREATED.getStatusCode()) {
                throw new IllegalStateException("The application answers " + created.getStatus());
            }
        }
        return pack(server, ALIKE, PEOPLE);
    }

    private static Provider pack(BenchmarkServer server, String clientId, int people) throws IOException {
        return new Provider(server.url(), server.at("/api/oidc"), clientId, secret(server), SCOPE, people, CODES);
    }

    private static String secret(BenchmarkServer server) {
        return TestRealm.imported(server).sentry("/api/oidc").oidcClientSecret();
    }
}
