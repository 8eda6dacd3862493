package com.encvoy.keycloak.application;

import java.util.Optional;
import java.util.function.Supplier;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.option.SettingsLog;
import com.encvoy.keycloak.application.option.ValueForm;

/**
 * A setting of applications: an attribute of the client and, if inherited, of the realm. An invalid value is treated as
 * unset and logged once, with its owner and key; it never breaks a login.
 *
 * @param <T> type of the value
 */
public final class Setting<T> {

    /** Where the attribute may be set. */
    enum Owner {
        APPLICATION("application"),
        APPLICATION_AND_REALM("application; realm"),
        APPLICATION_OR_REALM("application, realm"),
        REALM("realm");

        private final String documented;

        Owner(String documented) {
            this.documented = documented;
        }
    }

    private final String key;
    private final Owner owner;
    private final SettingType<T> type;
    private final T defaultValue;
    private final String documentedDefault;
    private final String help;

    Setting(String key, Owner owner, SettingType<T> type, T defaultValue, String documentedDefault, String help) {
        this.key = key;
        this.owner = owner;
        this.type = type;
        this.defaultValue = defaultValue;
        this.documentedDefault = documentedDefault;
        this.help = help;
    }

    public String key() {
        return key;
    }

    /** Where the attribute may be set: {@code application}, {@code realm}, or both; with a comma if it is inherited. */
    public String owner() {
        return owner.documented;
    }

    /** Whether an application may have it; otherwise it is the realm's alone. */
    public boolean isOfApplication() {
        return owner != Owner.REALM;
    }

    /** Whether the realm may have it; otherwise it is the application's alone. */
    public boolean isOfRealm() {
        return owner != Owner.APPLICATION;
    }

    /** Whether an application that has no value of its own takes the realm's. */
    public boolean isInherited() {
        return owner == Owner.APPLICATION_OR_REALM;
    }

    /** Whether it is a switch that is on unless it is turned off. */
    public boolean isOnByDefault() {
        return Boolean.TRUE.equals(defaultValue);
    }

    /** What a form needs to ask for a value. */
    public ValueForm type() {
        return type.form();
    }

    /**
     * Whether a value would be used as it is: not ignored, and nothing of it left out.
     *
     * @param value never blank, stripped
     */
    public boolean accepts(String value) {
        return type.accepts(value);
    }

    /** What values are allowed, in words; words to be typed are in back-ticks. */
    public String allowed() {
        return type.allowed();
    }

    /** Effect of an unset value, in words. */
    public String documentedDefault() {
        return documentedDefault;
    }

    /** Purpose, in words. */
    public String help() {
        return help;
    }

    /** The effective value for an application: what is set there, else the realm's if it is inherited. */
    public T valueFor(ClientModel client) {
        return valueFor(client.getRealm(), client);
    }

    /** @param client null if the page does not belong to an application */
    public T valueFor(RealmModel realm, ClientModel client) {
        boolean ownAlone = owner == Owner.APPLICATION_AND_REALM && client != null;
        return ofApplication(client)
                .or(() -> ownAlone ? Optional.empty() : ofRealm(realm))
                .orElse(defaultValue);
    }

    /** The value set on the application itself. */
    public Optional<T> ofApplication(ClientModel client) {
        return client == null || owner == Owner.REALM
                ? Optional.empty()
                : read(client.getAttribute(key), () -> Application.where(client));
    }

    /** The value set on the realm. */
    public Optional<T> ofRealm(RealmModel realm) {
        return owner == Owner.APPLICATION
                ? Optional.empty()
                : read(realm.getAttribute(key), () -> "Realm '" + realm.getName() + "'");
    }

    /** @param place where it is set, for the log: most settings are not, and a page asks for twenty */
    private Optional<T> read(String value, Supplier<String> place) {
        if (StringUtil.isBlank(value)) {
            return Optional.empty();
        }
        String where = place.get();
        Optional<T> read = type.read(value.strip(), where, key);
        if (read.isEmpty()) {
            SettingsLog.warn(
                    where,
                    key,
                    value,
                    type.allowed().replace("`", ""),
                    (isInherited() ? "the realm's value, or " : "") + "the default ("
                            + documentedDefault.replace("`", "") + ")");
        }
        return read;
    }
}
