package com.encvoy.keycloak.dashboard.apps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.account.applications.Usable;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.look.Branding;

/** Applications for a template. */
final class AppCards {

    private final Set<String> favorites;

    /** @param favorites ids of clients */
    AppCards(Set<String> favorites) {
        this.favorites = favorites;
    }

    /** Applications below their headings; an empty heading for others. */
    List<Map<String, Object>> groups(List<Usable> applications) {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        applications.forEach(usable ->
                groups.computeIfAbsent(usable.type(), type -> new ArrayList<>()).add(card(usable)));
        List<Map<String, Object>> shown = new ArrayList<>();
        groups.forEach((type, cards) -> shown.add(Map.of("type", type, "applications", cards)));
        return shown;
    }

    List<Map<String, Object>> of(List<Usable> applications) {
        return applications.stream().map(this::card).toList();
    }

    private Map<String, Object> card(Usable usable) {
        Map<String, Object> card = new LinkedHashMap<>(about(usable.client()));
        card.put("address", usable.address());
        card.put("favorite", favorites.contains(usable.client().getId()));
        return card;
    }

    static Map<String, Object> about(ClientModel client) {
        String logo = new Branding(client.getRealm(), client).getAvatar();
        return Map.of(
                "id", client.getId(),
                "name", Application.of(client).title(),
                "description", description(client),
                // Pages of the dashboard load pictures of this server only.
                "logo", logo != null && logo.startsWith("/") ? logo : "");
    }

    /** Keycloak's own texts are keys of messages. */
    private static String description(ClientModel client) {
        String text = Objects.toString(client.getDescription(), "");
        return text.startsWith("${") ? "" : text;
    }
}
