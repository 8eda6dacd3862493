package com.encvoy.keycloak.application.editing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Setting;
import com.encvoy.keycloak.application.Settings;
import com.encvoy.keycloak.application.WidgetSettings;
import com.encvoy.keycloak.application.option.ValueForm.Kind;

/** Strict validation of settings: a value that would be ignored later is refused now. */
final class SettingRules {

    /** Characters that not every database can store. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");

    private final RealmModel realm;
    private final Predicate<Setting<?>> owned;
    private final String owner;

    private SettingRules(RealmModel realm, Predicate<Setting<?>> owned, String owner) {
        this.realm = realm;
        this.owned = owned;
        this.owner = owner;
    }

    static SettingRules ofApplications(RealmModel realm) {
        return new SettingRules(realm, Setting::isOfApplication, "an application");
    }

    static SettingRules ofRealm(RealmModel realm) {
        return new SettingRules(realm, Setting::isOfRealm, "the realm");
    }

    List<Setting<?>> settings() {
        return Settings.all().stream().filter(owned).toList();
    }

    /** @param values by key; null or blank for a setting to unset */
    List<Refusal> refusals(Map<String, String> values) {
        List<Refusal> refusals = new ArrayList<>();
        values.forEach((key, value) -> refusal(key, value, values).ifPresent(refusals::add));
        return refusals;
    }

    private Optional<Refusal> refusal(String key, String value, Map<String, String> values) {
        Optional<Setting<?>> known =
                settings().stream().filter(setting -> setting.key().equals(key)).findFirst();
        if (known.isEmpty()) {
            return Optional.of(Refusal.of(key, "unknown_setting", key + " is not a setting of " + owner + ".", key));
        }
        if (StringUtil.isBlank(value)) {
            return Optional.empty();
        }
        Setting<?> setting = known.get();
        String text = value.strip();
        if (!setting.accepts(text) || UNSTORABLE.matcher(text).find()) {
            return Optional.of(new Refusal(
                    key,
                    setting.type().code(),
                    setting.type().parameters(),
                    key + " must be " + setting.allowed().replace("`", "") + "."));
        }
        return setting.type().kind() == Kind.IMAGE && !isOnAllowedHost(text, values)
                ? Optional.of(Refusal.of(
                        key, "image_host", "The host of " + key + " is not among the realm's encvoy.image_hosts."))
                : Optional.empty();
    }

    private boolean isOnAllowedHost(String image, Map<String, String> values) {
        String authority = URI.create(image).getRawAuthority();
        String hosts = owner.equals("the realm") && values.containsKey(WidgetSettings.IMAGE_HOSTS.key())
                ? values.get(WidgetSettings.IMAGE_HOSTS.key())
                : realm.getAttribute(WidgetSettings.IMAGE_HOSTS.key());
        return authority == null
                || (hosts != null && Arrays.stream(hosts.split("[\\s,]+")).anyMatch(authority::equalsIgnoreCase));
    }
}
