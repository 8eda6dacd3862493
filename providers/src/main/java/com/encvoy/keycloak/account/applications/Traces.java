package com.encvoy.keycloak.account.applications;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** Collects what is known about an application and a person. */
final class Traces {

    private final ClientModel client;
    private final Set<String> asked = new HashSet<>();
    private UserConsentModel consent;
    private boolean member;
    private boolean online;
    private boolean offline;
    private long since;
    private long lastUsed;

    Traces(ClientModel client) {
        this.client = client;
    }

    void member() {
        member = true;
    }

    void session(AuthenticatedClientSessionModel used, boolean lasting) {
        online |= !lasting;
        offline |= lasting;
        // Keycloak counts in seconds.
        begin(used.getStarted() * 1000L);
        lastUsed = Math.max(lastUsed, used.getUserSession().getLastSessionRefresh() * 1000L);
        String scope = used.getNote(OIDCLoginProtocol.SCOPE_PARAM);
        if (scope != null) {
            asked.addAll(List.of(scope.split(" ")));
        }
    }

    void consent(UserConsentModel given) {
        consent = given;
        if (given.getCreatedDate() != null) {
            begin(given.getCreatedDate());
        }
    }

    private void begin(long millis) {
        if (millis > 0 && (since == 0 || millis < since)) {
            since = millis;
        }
    }

    KnownApplication result() {
        return new KnownApplication(
                client, member, online, offline, Optional.ofNullable(consent), scopes(), since, lastUsed);
    }

    private List<ClientScopeModel> scopes() {
        Set<ClientScopeModel> scopes = new LinkedHashSet<>();
        if (client.isConsentRequired()) {
            if (consent != null) {
                scopes.addAll(consent.getGrantedClientScopes());
            }
        } else if (online || offline || consent != null) {
            Map<String, ClientScopeModel> optional = client.getClientScopes(false);
            Stream.concat(
                            client.getClientScopes(true).values().stream(),
                            asked.stream().filter(optional::containsKey).map(optional::get))
                    .forEach(scopes::add);
        }
        return scopes.stream()
                .sorted(Comparator.comparing(ClientScopeModel::getName))
                .toList();
    }
}
