package com.encvoy.keycloak.oidc;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The realm setting <i>Require SSL</i>. */
final class HttpsRequirement {

    private HttpsRequirement() {}

    static boolean isViolated(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return !"https".equals(session.getContext().getUri().getBaseUri().getScheme())
                && realm.getSslRequired().isRequired(session.getContext().getConnection());
    }
}
