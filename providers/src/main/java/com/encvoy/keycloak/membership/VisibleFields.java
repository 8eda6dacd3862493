package com.encvoy.keycloak.membership;

import java.util.Set;
import java.util.function.Predicate;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.ConsentedScopes;
import com.encvoy.keycloak.application.ReleasePolicy;

/**
 * The fields of people that may be shown to those who run an application: what the application may see, that is, what a
 * person releases and, where the application asks for consent, has agreed to.
 */
final class VisibleFields {

    private static final String EMAIL = "email";

    private final KeycloakSession session;
    private final ClientModel client;
    private final boolean whole;

    /** @param whole whether the viewer sees people whole, as Keycloak's console shows them */
    VisibleFields(KeycloakSession session, ClientModel client, boolean whole) {
        this.session = session;
        this.client = client;
        this.whole = whole;
    }

    /** By names of profile fields. */
    Predicate<String> of(UserModel user) {
        if (whole) {
            return field -> true;
        }
        ReleasePolicy released = ReleasePolicy.of(client.getRealm(), user);
        if (!client.isConsentRequired()) {
            return released::has;
        }
        Set<String> agreed = new ConsentedScopes(session, client, user).names();
        return field -> released.has(field) && agreed.contains(field.equals(EMAIL) ? EMAIL : "profile");
    }
}
