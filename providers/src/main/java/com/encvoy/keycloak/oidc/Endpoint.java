package com.encvoy.keycloak.oidc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The endpoints of Encvoy ID below {@code /api/oidc}. */
enum Endpoint {
    DISCOVERY(".well-known/openid-configuration", Channel.BACK, "GET"),
    JWKS("jwks", Channel.BACK, "GET"),
    AUTHORIZATION("auth", Channel.FRONT, "GET", "POST"),
    TOKEN("token", Channel.BACK, "POST"),
    USERINFO("me", Channel.BACK, "GET", "POST"),
    INTROSPECTION("token/introspection", Channel.BACK, "POST"),
    REVOCATION("token/revocation", Channel.BACK, "POST"),
    END_SESSION("session/end", Channel.FRONT, "GET", "POST"),
    PUSHED_AUTHORIZATION("request", Channel.BACK, "POST"),
    CLIENT_INFORMATION("client", Channel.BACK, "POST");

    /** The callers of an endpoint: browsers, which must use the realm's own path, or applications. */
    enum Channel {
        FRONT,
        BACK
    }

    private static final Map<String, Endpoint> BY_PATH =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Endpoint::path, endpoint -> endpoint));

    private final String path;
    private final Channel channel;

    @SuppressWarnings("ImmutableEnumChecker") // List.of returns an immutable list.
    private final List<String> methods;

    Endpoint(String path, Channel channel, String... methods) {
        this.path = path;
        this.channel = channel;
        this.methods = List.of(methods);
    }

    static Optional<Endpoint> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** Relative to the prefix, without a leading slash. */
    String path() {
        return path;
    }

    boolean isFrontChannel() {
        return channel == Channel.FRONT;
    }

    /** HEAD is allowed wherever GET is (RFC 9110, section 9.3.2). */
    boolean allows(String method) {
        return methods.contains("HEAD".equals(method) ? "GET" : method);
    }

    /** The value of the header {@code Allow}. */
    String allowHeader() {
        return String.join(", ", methods) + (methods.contains("GET") ? ", HEAD" : "") + ", OPTIONS";
    }

    List<String> methods() {
        return methods;
    }

    /** Whether POST requires a form body. Userinfo also accepts the token in a header. */
    boolean needsForm() {
        return this != USERINFO;
    }
}
