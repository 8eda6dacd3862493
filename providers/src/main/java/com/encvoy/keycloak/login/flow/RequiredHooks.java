package com.encvoy.keycloak.login.flow;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeBase;

/**
 * The Keycloak methods that this pack's checks override. If a Keycloak version renamed one of them, it would never call
 * the check, so the server refuses to start there.
 */
public final class RequiredHooks {

    private static final String REFRESH_TOKENS = "org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider";

    /**
     * Whether this Keycloak version has the refresh token SPI, that is, 26.7 or later. May go when 26.6 is no longer
     * supported.
     */
    public static final boolean HAS_REFRESH_TOKEN_PROVIDERS = type(REFRESH_TOKENS) != null;

    private RequiredHooks() {}

    /**
     * Checks the signatures.
     *
     * @throws IllegalStateException if a method is missing
     */
    public static void require() {
        Class<?> refresh = type(REFRESH_TOKENS);
        if (refresh == null) {
            require(
                    OAuth2GrantTypeBase.class,
                    "checkAndBindMtlsHoKToken",
                    List.of("org.keycloak.protocol.oidc.TokenManager$AccessTokenResponseBuilder", "boolean"));
        } else {
            require(
                    refresh,
                    "validateToken",
                    List.of(
                            KeycloakSession.class.getName(),
                            "jakarta.ws.rs.core.UriInfo",
                            "org.keycloak.common.ClientConnection",
                            "org.keycloak.models.RealmModel",
                            "org.keycloak.representations.RefreshToken",
                            "jakarta.ws.rs.core.HttpHeaders",
                            "java.lang.String",
                            "org.keycloak.models.ClientModel",
                            "org.keycloak.protocol.oidc.TokenManager",
                            "org.keycloak.events.EventBuilder"));
        }
        require(AccessTokenIntrospectionProvider.class, "introspectionChecks", List.of("java.lang.String"));
        FailedAttempt.requireMethod();
    }

    public static void require(Class<?> type, String method, List<String> parameters) {
        if (Stream.of(type.getDeclaredMethods())
                .noneMatch(
                        known -> known.getName().equals(method) && names(known).equals(parameters))) {
            throw new IllegalStateException(
                    "Encvoy ID for Keycloak does not support this version of Keycloak: " + type.getName() + " has no "
                            + method + "(" + String.join(", ", parameters) + "), which the access check overrides.");
        }
    }

    private static List<String> names(Method method) {
        return Stream.of(method.getParameterTypes()).map(Class::getName).toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, RequiredHooks.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
