package com.encvoy.keycloak.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;

/** One measurement at a provider. Each starts afresh in every round if that matters. */
enum Measure {

    /** A whole login with password, up to the claims of the person. */
    LOGIN("login with password") {
        @Override
        VirtualUsers.Round round(Provider provider, Duration duration) {
            return new VirtualUsers(provider)
                    .during(
                            duration,
                            (connection, user, turn) -> provider.signIn(
                                    connection,
                                    new Visitor(connection),
                                    provider.person(user, VirtualUsers.USERS, turn)));
        }
    },

    /** A whole login of a browser that is signed in. */
    SILENT_LOGIN("silent login") {
        @Override
        VirtualUsers.Round round(Provider provider, Duration duration) {
            List<Visitor> visitors = new ArrayList<>();
            List<KeepAliveConnection> connections = signedIn(provider, visitors);
            return new VirtualUsers(provider)
                    .during(
                            duration,
                            (connection, user, turn) ->
                                    provider.signIn(connections.get(user), visitors.get(user), "signed in"));
        }
    },

    /** The exchange of codes that were issued before. */
    CODE_EXCHANGE("token (code)") {
        @Override
        VirtualUsers.Round round(Provider provider, Duration duration) {
            return codes(provider, (connection, code) -> provider.application().tokens(connection, code));
        }
    },

    REFRESH("token (refresh)") {
        @Override
        VirtualUsers.Round round(Provider provider, Duration duration) {
            List<JsonNode> tokens = tokens(provider);
            return new VirtualUsers(provider)
                    .during(
                            duration,
                            (connection, user, turn) ->
                                    tokens.set(user, provider.application().refresh(connection, tokens.get(user))));
        }
    },

    ME("userinfo") {
        @Override
        VirtualUsers.Round round(Provider provider, Duration duration) {
            return new VirtualUsers(provider)
                    .repeating(provider.application().meRequest(tokens(provider).get(0)), duration);
        }
    },

    INTROSPECTION("introspection") {
        @Override
        VirtualUsers.Round round(Provider provider, Duration duration) {
            JsonNode tokens = tokens(provider).get(0);
            provider.application().introspect(KeepAliveConnection.to(provider.server()), tokens);
            return new VirtualUsers(provider).repeating(provider.application().introspectionRequest(tokens), duration);
        }
    },

    DISCOVERY("discovery") {
        @Override
        VirtualUsers.Round round(Provider provider, Duration duration) {
            return new VirtualUsers(provider).repeating(provider.application().discoveryRequest(), duration);
        }
    },

    JWKS("jwks") {
        @Override
        VirtualUsers.Round round(Provider provider, Duration duration) {
            return new VirtualUsers(provider).repeating(provider.application().jwksRequest(), duration);
        }
    },

    /** The exchange of a code, and a userinfo request. */
    CODE_AND_ME("token (code) and userinfo") {
        @Override
        VirtualUsers.Round round(Provider provider, Duration duration) {
            return codes(
                    provider,
                    (connection, code) -> provider.application()
                            .me(connection, provider.application().tokens(connection, code)));
        }
    };

    private final String title;

    Measure(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract VirtualUsers.Round round(Provider provider, Duration duration);

    /** A measurement with a code that was issued before. */
    private static VirtualUsers.Round codes(Provider provider, BiConsumer<KeepAliveConnection, String> task) {
        List<Visitor> visitors = new ArrayList<>();
        signedIn(provider, visitors);
        ConcurrentHashMap<String, String> codes = new ConcurrentHashMap<>();
        int each = provider.codes() / VirtualUsers.USERS;
        new VirtualUsers(provider)
                .times(
                        each,
                        (connection, user, turn) -> codes.put(
                                user + "-" + turn,
                                provider.application().authorize(visitors.get(user), "signed in", "")));
        return new VirtualUsers(provider)
                .times(each, (connection, user, turn) -> task.accept(connection, codes.get(user + "-" + turn)));
    }

    /** The browser of each virtual user, signed in. */
    private static List<KeepAliveConnection> signedIn(Provider provider, List<Visitor> visitors) {
        List<KeepAliveConnection> connections = new ArrayList<>();
        for (int user = 0; user < VirtualUsers.USERS; user++) {
            KeepAliveConnection connection = KeepAliveConnection.to(provider.server());
            Visitor visitor = new Visitor(connection);
            provider.signInFirst(
                    connection,
                    visitor,
                    provider.person(
                            user,
                            VirtualUsers.USERS,
                            ThreadLocalRandom.current().nextInt(1000)));
            visitors.add(visitor);
            connections.add(connection);
        }
        return connections;
    }

    private static List<JsonNode> tokens(Provider provider) {
        List<JsonNode> tokens = new ArrayList<>();
        for (int user = 0; user < VirtualUsers.USERS; user++) {
            KeepAliveConnection connection = KeepAliveConnection.to(provider.server());
            tokens.add(provider.signIn(
                    connection,
                    new Visitor(connection),
                    provider.person(
                            user,
                            VirtualUsers.USERS,
                            ThreadLocalRandom.current().nextInt(1000))));
        }
        return tokens;
    }
}
