package com.encvoy.keycloak.account.data;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.managers.UserConsentManager;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.access.InvitingApplications;
import com.encvoy.keycloak.application.Application;
import com.fasterxml.jackson.core.JsonGenerator;

/** Applications that the person is a member of, that were given consent, and that invite the person. */
final class ApplicationSection {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    ApplicationSection(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("memberships");
        for (ClientModel client : memberships()) {
            start(json, client);
            json.writeObjectField(
                    "roles",
                    Stream.of(ApplicationRole.values())
                            .map(ApplicationRole::name)
                            .filter(role -> has(client, role))
                            .toList());
            json.writeBooleanField("blocked", AccessDecision.isBlocked(client, user));
            json.writeBooleanField("created_by_you", user.getId().equals(client.getAttribute(Application.CREATED_BY)));
            json.writeEndObject();
        }
        json.writeEndArray();

        json.writeArrayFieldStart("consents");
        for (UserConsentModel consent :
                UserConsentManager.getConsentsStream(session, realm, user).toList()) {
            start(json, consent.getClient());
            json.writeObjectField(
                    "scopes",
                    consent.getGrantedClientScopes().stream()
                            .map(ClientScopeModel::getName)
                            .sorted()
                            .toList());
            Export.time(json, "given", consent.getCreatedDate());
            Export.time(json, "changed", consent.getLastUpdatedDate());
            json.writeEndObject();
        }
        json.writeEndArray();
        invitations(json);
    }

    private Collection<ClientModel> memberships() {
        Map<String, ClientModel> found = new TreeMap<>();
        RoleUtils.getDeepUserRoleMappings(user).stream()
                .filter(RoleModel::isClientRole)
                .filter(role -> role.getName().equals(AccessDecision.BLOCKED_ROLE)
                        || Stream.of(ApplicationRole.values())
                                .anyMatch(known -> known.name().equals(role.getName())))
                .map(role -> (ClientModel) role.getContainer())
                .forEach(client -> found.put(client.getClientId(), client));
        return found.values();
    }

    private boolean has(ClientModel client, String name) {
        RoleModel role = client.getRole(name);
        return role != null && user.hasRole(role);
    }

    private void invitations(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("invitations");
        for (ClientModel client : inviting()) {
            for (Invitation invitation : received(client)) {
                start(json, client);
                json.writeStringField("email", invitation.email());
                Export.time(json, "created", invitation.created() * 1000);
                Export.time(json, "expires", invitation.expires() * 1000);
                Export.time(json, "declined", invitation.declined() * 1000);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /** Only a verified address proves that its invitations are the person's. */
    private List<ClientModel> inviting() {
        if (StringUtil.isBlank(user.getEmail()) || !user.isEmailVerified()) {
            return List.of();
        }
        return InvitingApplications.of(session, realm, Invitations.normalized(user.getEmail()))
                .sorted(Comparator.comparing(ClientModel::getClientId))
                .toList();
    }

    private List<Invitation> received(ClientModel client) {
        String address = Invitations.normalized(user.getEmail());
        Invitations invitations = Invitations.of(client);
        return Stream.concat(invitations.findOpenByEmail(address).stream(), invitations.declined().stream())
                .filter(invitation -> invitation.email().equals(address))
                .toList();
    }

    private static void start(JsonGenerator json, ClientModel client) throws IOException {
        json.writeStartObject();
        json.writeStringField("client_id", client.getClientId());
        json.writeStringField("name", Application.of(client).title());
    }
}
