package com.encvoy.keycloak.account.data;

import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.organization.OrganizationProvider;

import com.fasterxml.jackson.core.JsonGenerator;

/** How the person signs in, without any secret, and what follows from it: groups, roles, organizations. */
final class AccessSection {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    AccessSection(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("credentials");
        for (CredentialModel credential :
                user.credentialManager().getStoredCredentialsStream().toList()) {
            json.writeStartObject();
            json.writeStringField("id", credential.getId());
            json.writeStringField("type", credential.getType());
            json.writeStringField("label", credential.getUserLabel());
            Export.time(json, "created", credential.getCreatedDate());
            json.writeEndObject();
        }
        json.writeEndArray();
        failures(json);
        json.writeObjectField(
                "groups",
                user.getGroupsStream()
                        .map(KeycloakModelUtils::buildGroupPath)
                        .sorted()
                        .toList());
        organizations(json);
        roles(json);
    }

    /** The protection of the account against guessing. */
    private void failures(JsonGenerator json) throws IOException {
        UserLoginFailureModel failures = session.loginFailures().getUserLoginFailure(realm, user.getId());
        if (failures == null) {
            json.writeNullField("failed_sign_ins");
            return;
        }
        json.writeObjectFieldStart("failed_sign_ins");
        json.writeNumberField("number", failures.getNumFailures());
        Export.time(json, "latest", failures.getLastFailure());
        json.writeStringField("address", failures.getLastIPFailure());
        Export.time(json, "locked_until", failures.getFailedLoginNotBefore() * 1000L);
        json.writeEndObject();
    }

    private void organizations(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("organizations");
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        if (organizations != null && organizations.isEnabled()) {
            try (Stream<OrganizationModel> joined = organizations.getByMember(user)) {
                for (OrganizationModel organization : joined.toList()) {
                    json.writeStartObject();
                    json.writeStringField("name", organization.getName());
                    json.writeStringField("alias", organization.getAlias());
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
    }

    /** The effective roles, whether direct or inherited. */
    private void roles(JsonGenerator json) throws IOException {
        Set<RoleModel> roles = RoleUtils.getDeepUserRoleMappings(user);
        json.writeObjectFieldStart("roles");
        json.writeObjectField(
                "realm",
                roles.stream()
                        .filter(role -> !role.isClientRole())
                        .map(RoleModel::getName)
                        .sorted()
                        .toList());
        json.writeObjectField(
                "applications",
                roles.stream()
                        .filter(RoleModel::isClientRole)
                        .collect(Collectors.groupingBy(
                                role -> ((ClientModel) role.getContainer()).getClientId(),
                                TreeMap::new,
                                Collectors.mapping(RoleModel::getName, Collectors.toCollection(TreeSet::new)))));
        json.writeEndObject();
    }
}
