package com.encvoy.keycloak.dashboard.look;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.application.Contrast;
import com.encvoy.keycloak.application.Setting;
import com.encvoy.keycloak.application.Settings;
import com.encvoy.keycloak.application.WidgetSettings;
import com.encvoy.keycloak.application.editing.Refusal;

/** The settings on the pages about the look. */
final class LookSettings {

    private LookSettings() {}

    /** Those of the login pages that an application can have for itself. */
    static List<Setting<?>> ofApplication() {
        return Settings.all().stream().filter(Setting::isInherited).toList();
    }

    /** All that a realm can have. */
    static List<Setting<?>> ofRealm() {
        return Settings.all().stream().filter(Setting::isOfRealm).toList();
    }

    /** The values of applications without one of their own, as text by key. */
    static Map<String, String> inherited(RealmModel realm) {
        Map<String, String> inherited = new HashMap<>();
        ofApplication().forEach(setting -> inherited.put(setting.key(), text(setting.valueFor(realm, null))));
        return inherited;
    }

    /** The values of a realm without any setting, as text by key. */
    static Map<String, String> defaults(RealmModel realm) {
        return inherited(
                Draft.of(realm, ofRealm().stream().map(Setting::key).collect(Collectors.toMap(key -> key, key -> ""))));
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Object::toString).orElse("");
        }
        return value instanceof Collection<?> words
                ? words.stream().map(Object::toString).collect(Collectors.joining(" "))
                : value.toString();
    }

    /**
     * The values that a preview shows: refused values are unset there, and the colour of the text is the one that pages
     * use if it cannot be read.
     *
     * @param changes by key
     * @param refusals of these changes
     */
    static Map<String, String> draft(
            RealmModel realm, ClientModel client, Map<String, String> changes, List<Refusal> refusals) {
        Map<String, String> draft = new HashMap<>(changes);
        refusals.forEach(refusal -> draft.replace(refusal.field(), ""));
        RealmModel draftRealm = client == null ? Draft.of(realm, draft) : realm;
        ClientModel draftClient = client == null ? null : Draft.of(client, draft);
        String button = WidgetSettings.BUTTON_COLOR.valueFor(draftRealm, draftClient);
        if (Contrast.ratio(WidgetSettings.FONT_COLOR.valueFor(draftRealm, draftClient), button) < Contrast.AA) {
            draft.put(WidgetSettings.FONT_COLOR.key(), Contrast.readableOn(button));
        }
        return draft;
    }
}
