package com.encvoy.keycloak.application.activity;

import java.util.Map;

import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.application.activity.Activity.Explanation;

/**
 * What an admin event changed at an application. Never contains values, because a representation may contain anything.
 */
final class ApplicationChange {

    private static final Map<String, String> SUBJECTS = Map.of(
            "ENCVOY_MEMBER", "member",
            "ENCVOY_INVITATION", "invitation",
            "CLIENT_ROLE", "role",
            "CLIENT_SCOPE_CLIENT_MAPPING", "scope",
            "CLIENT_SCOPE_MAPPING", "scope",
            "REALM_SCOPE_MAPPING", "scope",
            "PROTOCOL_MAPPER", "mapper");

    private ApplicationChange() {}

    static Explanation explain(AdminEvent event, ClientModel client) {
        String path = String.valueOf(event.getResourcePath());
        String done = done(event.getOperationType());
        if (path.equals("clients/" + client.getId())) {
            return Explanation.of("application_" + done);
        }
        if (path.contains("/client-secret")) {
            return Explanation.of("secret_changed");
        }
        String subject = SUBJECTS.get(event.getResourceTypeAsString());
        return Explanation.of(subject == null ? "application_changed" : subject + "_" + done);
    }

    private static String done(OperationType operation) {
        return switch (operation) {
            case CREATE -> "created";
            case DELETE -> "deleted";
            default -> "changed";
        };
    }

    /** The paths of resources that belong to an application. */
    static boolean concerns(AdminEvent event, ClientModel client) {
        String path = String.valueOf(event.getResourcePath());
        String own = "clients/" + client.getId();
        return path.equals(own)
                || path.startsWith(own + "/")
                || path.startsWith("applications/" + client.getClientId() + "/");
    }
}
