package com.encvoy.keycloak.account.data;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.fasterxml.jackson.core.JsonGenerator;

/** The profile with all attributes, what applications may see of it, and linked accounts. */
final class ProfileSection {

    /** Attributes that have members of their own. */
    private static final List<String> NAMED =
            List.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    ProfileSection(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("account");
        json.writeStringField("id", user.getId());
        json.writeStringField("username", user.getUsername());
        json.writeStringField("email", user.getEmail());
        json.writeBooleanField("email_verified", user.isEmailVerified());
        json.writeStringField("first_name", user.getFirstName());
        json.writeStringField("last_name", user.getLastName());
        json.writeBooleanField("enabled", user.isEnabled());
        Export.time(json, "created", user.getCreatedTimestamp());
        json.writeObjectField(
                "required_actions", user.getRequiredActionsStream().sorted().toList());
        Map<String, List<String>> attributes = new TreeMap<>(user.getAttributes());
        NAMED.forEach(attributes::remove);
        json.writeObjectField("attributes", attributes);
        json.writeEndObject();

        json.writeObjectFieldStart("privacy");
        json.writeBooleanField(
                "chosen", user.getAttributeStream(ReleasePolicy.ATTRIBUTE).anyMatch(names -> !names.isBlank()));
        json.writeObjectField(
                "applications_may_see",
                ReleasePolicy.of(realm, user).names().stream().sorted().toList());
        json.writeEndObject();

        json.writeArrayFieldStart("linked_accounts");
        try (Stream<FederatedIdentityModel> linked = session.users().getFederatedIdentitiesStream(realm, user)) {
            for (FederatedIdentityModel account : linked.toList()) {
                json.writeStartObject();
                json.writeStringField("provider", account.getIdentityProvider());
                json.writeStringField("user_id", account.getUserId());
                json.writeStringField("username", account.getUserName());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
