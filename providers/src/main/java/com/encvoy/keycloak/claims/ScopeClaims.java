package com.encvoy.keycloak.claims;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.Settings;

/** Encvoy ID's claims of scopes, as far as a user lets applications see them. */
final class ScopeClaims {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final ReleasePolicy fields;

    ScopeClaims(KeycloakSession session, RealmModel realm, UserModel user, ReleasePolicy fields) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.fields = fields;
    }

    /** The claims of these scopes, by name. */
    Map<String, Object> of(Set<String> scopes) {
        ProfileView person = new ProfileView(user);
        ProfileClaims profile = new ProfileClaims(person, fields, () -> NeutralName.of(session, realm));
        Map<String, Object> claims = profile.claims();
        if (scopes.contains("email")) {
            profile.email();
        }
        if (scopes.contains("phone")) {
            profile.phone();
        }
        if (scopes.contains("profile")) {
            profile.profile(session.getContext().getUri(UrlType.FRONTEND).getBaseUri());
        }
        AccountClaims account = new AccountClaims(session, realm, user);
        if (scopes.contains("accounts")) {
            claims.put("publicExternalAccounts", account.publicExternalAccounts());
        }
        if (scopes.contains("lk")) {
            claims.put("lk", account.personalAccount());
            claims.put("systemClient", account.systemName());
            claims.put("orgClient", account.systemName());
        }
        if (scopes.contains("catalog")) {
            claims.put("catalog", Settings.CATALOG.valueFor(realm, null));
        }
        if (scopes.contains("locale")) {
            person.locale()
                    .or(() -> Optional.ofNullable(realm.getDefaultLocale()))
                    .ifPresent(locale -> claims.put("locale", locale));
        }
        return claims;
    }
}
