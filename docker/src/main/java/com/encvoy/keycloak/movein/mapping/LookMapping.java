package com.encvoy.keycloak.movein.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

/** What the login of an application, or of the whole system, looks like. */
public final class LookMapping {

    private static final int HTML = 10_000;
    private static final List<String> FLAGS = List.of(
            "show_avatar_in_widget",
            "hide_avatars_of_big_providers",
            "hide_widget_create_account",
            "hide_widget_footer");

    private final UnaryOperator<String> picture;
    private final Tally tally;
    private final List<JsonNode> relations;
    private final Providers providers;
    private final Map<String, String> types;

    /**
     * @param picture the address of a stored picture, empty if it is not brought
     * @param relations rows of {@code "Provider_relations"}
     * @param types names of categories by their ids
     */
    public LookMapping(
            UnaryOperator<String> picture,
            Tally tally,
            List<JsonNode> relations,
            Providers providers,
            Map<String, String> types) {
        this.picture = picture;
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
            tally.note("applications require accounts at identity providers, which has no counterpart");
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
        if (!title.isEmpty() && !title.equals("WIDGET_APP_NAME") && title.length() <= 100) {
            settings.put("encvoy.widget_title", title);
        }
        for (String color : List.of("button_color", "font_color")) {
            String value = row.path("widget_colors").path(color).asText("").strip();
            if (value.matches("#[0-9a-fA-F]{6}")) {
                settings.put("encvoy.widget_colors." + color, value);
            } else if (!value.isEmpty()) {
                tally.note("colors are not of the form #4c6ad4; they are left out");
            }
        }
        for (String html : List.of("widget_info", "widget_info_out")) {
            String value = row.path(html).asText("").strip();
            if (value.length() > HTML) {
                tally.note("texts beside the login are longer than " + HTML + " characters; they are left out");
            } else if (!value.isEmpty()) {
                settings.put("encvoy." + html, value);
            }
        }
        for (String image : List.of("avatar", "cover")) {
            String address = picture.apply(row.path(image).asText("").strip());
            if (!address.isEmpty()) {
                settings.put("encvoy." + image, address);
            }
        }
        String big = big(row.path("client_id").asText());
        if (!big.isEmpty()) {
            settings.put("encvoy.big_providers", big);
        }
        return settings;
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
