package com.encvoy.keycloak.oidc.issuer;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/** Which realm has the addresses of the server itself, in addition to its own. */
public interface ServerRoot {

    /** The id of the realm resource whose factory knows. */
    String PROVIDER_ID = "api";

    /** Whether the server option {@code root-realm} names this realm. */
    boolean serves(RealmModel realm);

    /** Whether the server serves {@code /oidc} with itself as the issuer: option {@code root-issuer}. */
    boolean hasRootIssuer();

    static boolean serves(KeycloakSession session, RealmModel realm) {
        return of(session).serves(realm);
    }

    /** Whether an address of this family exists in the realm of the request. */
    static boolean has(KeycloakSession session, AddressFamily family) {
        return switch (family) {
            case REALM -> true;
            case ADDRESS -> serves(session, session.getContext().getRealm());
            case ROOT ->
                serves(session, session.getContext().getRealm()) && of(session).hasRootIssuer();
        };
    }

    private static ServerRoot of(KeycloakSession session) {
        return (ServerRoot)
                session.getKeycloakSessionFactory().getProviderFactory(RealmResourceProvider.class, PROVIDER_ID);
    }
}
