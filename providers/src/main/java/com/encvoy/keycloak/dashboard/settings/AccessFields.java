package com.encvoy.keycloak.dashboard.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.UserProfileProvider;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.Setting;
import com.encvoy.keycloak.application.Settings;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.oidc.issuer.ServerRoot;

/**
 * The fields of the page about access. Most are settings as they are stored; who may sign in is one choice there, and
 * lists are lists. A setting that is chosen as it is keeps its stored text.
 */
final class AccessFields {

    private static final String WHO = "who";

    private static final String EVERYBODY = "everybody";

    private static final String MEMBERS = "members";

    private static final String ADMINISTRATORS = "administrators";

    private static final List<Setting<?>> PLAIN =
            List.of(Settings.CONTACT, Settings.ACCESS_TOKEN_TTL, Settings.REFRESH_TOKEN_TTL);

    private static final List<Setting<Boolean>> SWITCHES =
            List.of(Settings.SHOW_AUTHORIZATION_ERRORS, Settings.ALWAYS_CHOOSE_SESSION);

    private static final List<Setting<?>> LISTS = List.of(Settings.ALLOWED_EMAIL_DOMAINS, Settings.REQUIRED_FIELDS);

    private final KeycloakSession session;
    private final ClientModel client;

    AccessFields(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /** Whether the realm has the address of the server, so that the issuer can be one of two. */
    boolean choosesIssuer() {
        return ServerRoot.serves(session, client.getRealm());
    }

    /**
     * The fields of people that an application may require: by name, with the text that the realm has for it, if any.
     */
    Map<String, String> requirable() {
        Map<String, String> fields = new LinkedHashMap<>();
        Settings.REQUIRED_FIELDS.type().choices().forEach(field -> fields.put(field, ""));
        session.getProvider(UserProfileProvider.class).getConfiguration().getAttributes().stream()
                .filter(attribute -> attribute.getName().startsWith(Settings.CUSTOM_FIELD))
                .forEach(attribute -> fields.put(attribute.getName(), label(attribute)));
        words(stored(Settings.REQUIRED_FIELDS)).forEach(field -> fields.putIfAbsent(field, field));
        return fields;
    }

    private static String label(UPAttribute attribute) {
        String label = attribute.getDisplayName();
        return label == null || label.isBlank() || label.contains("${")
                ? attribute.getName().substring(Settings.CUSTOM_FIELD.length())
                : label;
    }

    /** The values as stored. */
    Map<String, String> saved() {
        Map<String, String> saved = new HashMap<>();
        saved.put(WHO, who());
        PLAIN.forEach(setting -> saved.put(setting.key(), stored(setting)));
        LISTS.forEach(setting -> saved.put(setting.key(), String.join("\n", words(stored(setting)))));
        SWITCHES.forEach(setting -> saved.put(setting.key(), text(setting.valueFor(client))));
        if (choosesIssuer()) {
            saved.put(Settings.ISSUER.key(), Settings.ISSUER.valueFor(client));
        }
        return saved;
    }

    /** The values as typed, in the same form. */
    Map<String, String> typed(Form form) {
        Map<String, String> typed = form.values();
        SWITCHES.forEach(setting -> typed.putIfAbsent(setting.key(), ""));
        typed.put(Settings.REQUIRED_FIELDS.key(), String.join("\n", form.all(Settings.REQUIRED_FIELDS.key())));
        return typed;
    }

    /** The settings that differ from the stored ones, by key. */
    Map<String, String> changes(Form form) {
        Map<String, String> changes = new HashMap<>();
        PLAIN.forEach(setting -> changes.put(setting.key(), form.text(setting.key())));
        LISTS.forEach(setting -> {
            Set<String> words = words(String.join(" ", form.all(setting.key())));
            if (!words.equals(words(stored(setting)))) {
                changes.put(setting.key(), String.join(" ", words));
            }
        });
        SWITCHES.forEach(setting -> {
            String chosen = form.text(setting.key());
            if (!chosen.equals(text(setting.valueFor(client)))) {
                changes.put(setting.key(), chosen);
            }
        });
        String issuer = form.text(Settings.ISSUER.key());
        if (choosesIssuer() && !issuer.equals(Settings.ISSUER.valueFor(client))) {
            changes.put(Settings.ISSUER.key(), issuer);
        }
        changes.putAll(changedRestrictions(form.text(WHO)));
        return changes;
    }

    private Map<String, String> changedRestrictions(String who) {
        // An unknown choice changes nothing: it must not open an application to everyone.
        return who.equals(who()) || !Set.of(EVERYBODY, MEMBERS, ADMINISTRATORS).contains(who)
                ? Map.of()
                : Map.of(
                        Settings.AUTHORIZE_ONLY_ADMINS.key(), text(who.equals(ADMINISTRATORS)),
                        Settings.AUTHORIZE_ONLY_EMPLOYEES.key(), text(who.equals(MEMBERS)));
    }

    private String who() {
        Application application = Application.of(client);
        if (application.authorizesOnlyAdmins().isOn()) {
            return ADMINISTRATORS;
        }
        return application.authorizesOnlyEmployees().isOn() ? MEMBERS : EVERYBODY;
    }

    private String stored(Setting<?> setting) {
        String value = client.getAttribute(setting.key());
        return value == null ? "" : value;
    }

    private static String text(boolean on) {
        return on ? "true" : "";
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
