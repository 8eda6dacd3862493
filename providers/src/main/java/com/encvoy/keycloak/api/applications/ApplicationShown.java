package com.encvoy.keycloak.api.applications;

import java.util.LinkedHashMap;
import java.util.Map;

import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.registration.ApplicationTemplate;

/** An application as the REST API shows it: briefly to members, completely to others. Never contains the secret. */
final class ApplicationShown {

    private final ApplicationPermissions permissions;

    ApplicationShown(ApplicationPermissions permissions) {
        this.permissions = permissions;
    }

    Map<String, Object> of(ClientModel client) {
        return permissions.mayRead(client) ? whole(client) : brief(client);
    }

    /** The data that every member may see, and the role of the caller. */
    Map<String, Object> brief(ClientModel client) {
        ApplicationProfile profile = ApplicationProfile.of(client);
        ApplicationRole role = permissions.roleIn(client);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("client_id", client.getClientId());
        shown.put("name", Application.of(client).title());
        shown.put("domain", profile.domain() == null ? null : profile.domain().toString());
        shown.put("contact", Application.of(client).contact().orElse(null));
        shown.put("role", role == null ? null : role.name());
        return shown;
    }

    private Map<String, Object> whole(ClientModel client) {
        ApplicationProfile profile = ApplicationProfile.of(client);
        Map<String, Object> shown = brief(client);
        shown.put("description", profile.description());
        shown.put("redirect_uris", profile.redirectUris());
        shown.put("post_logout_redirect_uris", profile.postLogoutRedirectUris());
        shown.put("token_endpoint_auth_method", ClientKind.of(client));
        shown.put(
                "template",
                ApplicationTemplate.of(client).map(ApplicationTemplate::id).orElse(null));
        shown.put("enabled", client.isEnabled());
        shown.put("trusted", Application.of(client).untrustedCreator().isEmpty());
        shown.put("created_by", client.getAttribute(Application.CREATED_BY));
        return shown;
    }
}
