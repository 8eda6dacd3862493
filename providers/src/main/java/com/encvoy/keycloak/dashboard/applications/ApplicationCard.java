package com.encvoy.keycloak.dashboard.applications;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.look.Branding;

/** What the list shows of an application. */
final class ApplicationCard {

    private static final Map<ApplicationRole, String> ROLES =
            Map.of(ApplicationRole.OWNER, "owner", ApplicationRole.EDITOR, "editor", ApplicationRole.USER, "member");

    private final ApplicationPermissions permissions;
    private final ClientModel client;

    ApplicationCard(ApplicationPermissions permissions, ClientModel client) {
        this.permissions = permissions;
        this.client = client;
    }

    Map<String, Object> model() {
        Map<String, Object> card = new HashMap<>();
        card.put("id", client.getId());
        card.put("name", Application.of(client).title());
        card.put("clientId", client.getClientId());
        card.put("address", client.getRootUrl());
        card.put("logo", new Branding(client.getRealm(), client).getAvatar());
        card.put("chips", chips());
        return card;
    }

    private List<Map<String, Object>> chips() {
        List<Map<String, Object>> chips = new ArrayList<>();
        ApplicationRole role = permissions.roleIn(client);
        if (role != null) {
            chips.add(Map.of("name", ROLES.get(role), "kind", "neutral"));
        }
        if (!client.isEnabled()) {
            chips.add(Map.of("name", "blocked", "kind", "error"));
        }
        return chips;
    }
}
