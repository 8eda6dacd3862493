package com.encvoy.keycloak.movein.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Maps the look of the login pages of an application, or of the whole system. */
public final class LookMapping {

    private static final int HTML = 10_000;
    private static final int TITLE = 100;
    private static final List<String> FLAGS = List.of(
            "show_avatar_in_widget",
            "hide_avatars_of_big_providers",
            "hide_widget_create_account",
            "hide_widget_footer");

    private final Pictures pictures;
    private final Tally tally;
    private final List<JsonNode> relations;
    private final Providers providers;
    private final Map<String, String> types;

    /**
     * @param pictures what becomes of them
     * @param relations rows of {@code "Provider_relations"}
     * @param types names of categories by their ids
     */
    public LookMapping(
            Pictures pictures, Tally tally, List<JsonNode> relations, Providers providers, Map<String, String> types) {
        this.pictures = pictures;
        this.tally = tally;
        this.relations = new ArrayList<>(relations);
        this.relations.sort(Comparator.comparingInt(row -> row.path("index").asInt(0)));
        this.providers = providers;
        this.types = types;
    }

    /** Adds the settings of an application as attributes of its client. */
    void application(Map<String, String> fields, JsonNode row) {
        settings(row).forEach((name, value) -> ApplicationMapping.attribute(fields, name, value));
        if (row.path("catalog").asBoolean(false)) {
            ApplicationMapping.attribute(fields, "encvoy.catalog", "true");
            ApplicationMapping.attribute(
                    fields,
                    "encvoy.catalog_type",
                    types.getOrDefault(row.path("type_id").asText(""), ""));
        }
        if (row.path("required_providers_ids").size() > 0) {
            tally.left("rules that people need an account at an identity provider: Keycloak has no such rule");
        }
        if (row.path("mini_widget").asBoolean(false)) {
            tally.left("small widgets (mini_widget): the realm has one kind of page");
        }
        if (row.path("hide_widget_header").asBoolean(false)) {
            tally.left("hidden headers of the widget: the pages of the realm have no header");
        }
        if (!row.path("widget_colors").path("link_color").asText("").isBlank()) {
            tally.left("colours of links: the look of the realm has its own");
        }
    }

    /** The settings that a client has, by the names of the pack. */
    Map<String, String> settings(JsonNode row) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String flag : FLAGS) {
            if (row.path(flag).asBoolean(false)) {
                settings.put("encvoy." + flag, "true");
            }
        }
        String title = row.path("widget_title").asText("").strip();
        if (!title.isEmpty() && !title.equals("WIDGET_APP_NAME") && title.length() <= TITLE) {
            settings.put("encvoy.widget_title", title);
        } else if (title.length() > TITLE) {
            tally.left("titles of the login that are longer than " + TITLE + " characters");
        }
        for (String color : List.of("button_color", "font_color")) {
            String value = row.path("widget_colors").path(color).asText("").strip();
            if (value.matches("#[0-9a-fA-F]{6}")) {
                settings.put("encvoy.widget_colors." + color, value);
            } else if (!value.isEmpty()) {
                tally.left("colours that do not have the form #4c6ad4");
            }
        }
        for (String html : List.of("widget_info", "widget_info_out")) {
            String value = row.path(html).asText("").strip();
            if (value.length() > HTML) {
                tally.left("texts beside the login that are longer than " + HTML + " characters");
            } else if (!value.isEmpty()) {
                settings.put("encvoy." + html, value);
            }
        }
        picture(
                settings,
                "encvoy.avatar",
                pictures.logo(row.path("avatar").asText("").strip()));
        picture(
                settings,
                "encvoy.cover",
                pictures.apply(row.path("cover").asText("").strip()));
        String big = big(row.path("client_id").asText());
        if (!big.isEmpty()) {
            settings.put("encvoy.big_providers", big);
        }
        return settings;
    }

    private static void picture(Map<String, String> settings, String name, String address) {
        if (!address.isEmpty()) {
            settings.put(name, address);
        }
    }

    private String big(String clientId) {
        List<String> aliases = new ArrayList<>();
        for (JsonNode relation : relations) {
            if (relation.path("client_id").asText().equals(clientId)
                    && relation.path("groupe").asText().equals("BIG")) {
                providers.alias(relation.path("provider_id").asInt(-1)).ifPresent(aliases::add);
            }
        }
        return String.join(" ", aliases);
    }
}
