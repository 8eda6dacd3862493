package com.encvoy.keycloak.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.StringUtil;

/**
 * The one writer of an application's settings, whichever door they come through. It is strict: a value that would be
 * ignored later is refused now. The permission is checked by the caller.
 */
public final class ApplicationEditor {

    private final KeycloakSession session;
    private final ClientModel client;

    /**
     * A setting that was not saved.
     *
     * @param key of the setting, such as {@code encvoy.contact}
     * @param description one sentence
     */
    public record Refusal(String key, String description) {}

    public ApplicationEditor(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /** The settings that the application itself has, by their keys; those that are unset are left out. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        Settings.all().stream()
                .filter(Setting::isOfApplication)
                .filter(setting -> StringUtil.isNotBlank(client.getAttribute(setting.key())))
                .forEach(setting -> settings.put(setting.key(), client.getAttribute(setting.key())));
        return settings;
    }

    /**
     * Saves settings; others keep their values.
     *
     * @param values by key; null or blank unsets a setting
     * @return why nothing was saved; empty if all was
     */
    public List<Refusal> save(Map<String, String> values) {
        List<Refusal> refusals = new ArrayList<>();
        values.forEach((key, value) -> refusal(key, value).ifPresent(refusals::add));
        if (refusals.isEmpty()) {
            values.forEach(this::write);
            if (!values.isEmpty()) {
                announce();
            }
        }
        return refusals;
    }

    /** Other parts of the pack follow: lifetimes of tokens are copied to Keycloak's own settings. */
    private void announce() {
        session.getKeycloakSessionFactory().publish(new ClientModel.ClientUpdatedEvent() {
            @Override
            public ClientModel getUpdatedClient() {
                return client;
            }

            @Override
            public KeycloakSession getKeycloakSession() {
                return session;
            }
        });
    }

    private void write(String key, String value) {
        if (StringUtil.isBlank(value)) {
            client.removeAttribute(key);
        } else {
            client.setAttribute(key, value.strip());
        }
    }

    private static Optional<Refusal> refusal(String key, String value) {
        Optional<Setting<?>> setting = Settings.all().stream()
                .filter(known -> known.key().equals(key) && known.isOfApplication())
                .findFirst();
        if (setting.isEmpty()) {
            return Optional.of(new Refusal(key, key + " is not a setting of an application."));
        }
        return StringUtil.isBlank(value) || setting.get().accepts(value.strip())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        key, key + " must be " + setting.get().allowed().replace("`", "") + "."));
    }
}
