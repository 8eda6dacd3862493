package com.encvoy.keycloak.oidc.issuer;

import java.util.Optional;
import java.util.stream.Stream;

/** The families of addresses at which the Encvoy endpoints are served. Each has an issuer of its own. */
public enum AddressFamily {

    /** {@code /realms/{realm}/api/oidc}, which every realm has; also the issuer. */
    REALM("", "api/oidc", "api/oidc"),

    /** {@code /api/oidc} of the server, which the root realm has; also the issuer. */
    ADDRESS("address/", "api/oidc", "api/oidc"),

    /** {@code /oidc} of the server, which the root realm has. The issuer is the server itself, as with Encvoy ID. */
    ROOT("root/", "oidc", "");

    private final String frontChannel;
    private final String endpoints;
    private final String issuer;

    AddressFamily(String frontChannel, String endpoints, String issuer) {
        this.frontChannel = frontChannel;
        this.endpoints = endpoints;
        this.issuer = issuer;
    }

    /**
     * The family whose endpoints for browsers are below this path.
     *
     * @param path relative to {@code /realms/{realm}/api/oidc}, such as {@code root/auth}
     */
    public static Optional<AddressFamily> ofFrontChannel(String path) {
        return Stream.of(ADDRESS, ROOT)
                .filter(family -> path.startsWith(family.frontChannel))
                .findFirst();
    }

    /** @param name as written by {@link #toString()} */
    static Optional<AddressFamily> named(String name) {
        return Stream.of(values())
                .filter(family -> family.toString().equals(name))
                .findFirst();
    }

    /** Path of the endpoints for browsers below {@code /realms/{realm}/api/oidc}; empty or with a trailing slash. */
    public String frontChannel() {
        return frontChannel;
    }

    /** Path of the endpoints for applications below the server or the realm. */
    String endpoints() {
        return endpoints;
    }

    /** Path of the issuer below the server or the realm. */
    String issuer() {
        return issuer;
    }

    boolean isOfServer() {
        return this != REALM;
    }

    /** The name in URLs. */
    @Override
    public String toString() {
        return switch (this) {
            case REALM -> "realm";
            case ADDRESS -> "address";
            case ROOT -> "root";
        };
    }
}
