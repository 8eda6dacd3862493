package com.encvoy.keycloak.application.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.application.creation.SavedClient;

/**
 * The one writer of an application's profile and settings, for the REST API and the dashboard alike. It is strict: a
 * value that would be ignored later is refused now. The permission is checked by the caller.
 */
public final class ApplicationEditor {

    private final KeycloakSession session;
    private final ClientModel client;

    public ApplicationEditor(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /** The settings that the application itself has, by their keys; those that are unset are left out. */
    public Map<String, String> settings() {
        return StoredSettings.of(client).values();
    }

    /** Why settings would not be saved, by key; nothing is changed. */
    public List<Refusal> refusals(Map<String, String> values) {
        return StoredSettings.of(client).rules().refusals(values);
    }

    /**
     * Saves settings; others keep their values. Fires no admin event.
     *
     * @param values by key; null or blank unsets a setting
     * @return why nothing was saved; empty if all was
     */
    public List<Refusal> save(Map<String, String> values) {
        List<Refusal> refusals = StoredSettings.of(client).rules().refusals(values);
        if (refusals.isEmpty()) {
            values.forEach(this::write);
            if (!values.isEmpty()) {
                SavedClient.announce(session, client);
            }
        }
        return refusals;
    }

    /**
     * Saves profile and settings, all or nothing, and fires an admin event on behalf of the caller.
     *
     * @param settings by key; null or blank unsets one, and others keep their values
     * @return why nothing was saved; empty if all was
     */
    public List<Refusal> save(Caller caller, ApplicationProfile profile, Map<String, String> settings) {
        return save(caller, profile, settings, null);
    }

    /**
     * Saves profile and settings unless the application was changed in the meantime, which is the refusal
     * {@code stale}.
     *
     * @param version {@link ApplicationVersion} of what the caller has seen, null for any
     */
    public List<Refusal> save(Caller caller, ApplicationProfile profile, Map<String, String> settings, String version) {
        if (!Turn.take(session, "application.save", client.getId())) {
            return List.of(Turn.refusal());
        }
        // Keycloak reads from the database, no longer from its cache, once something was written.
        client.removeAttribute("encvoy.unset");
        if (version != null && !version.equals(ApplicationVersion.of(client))) {
            return List.of(Refusal.of("", "stale", "The application has been changed since it was read."));
        }
        StoredSettings stored = StoredSettings.of(client);
        ApplicationProfile current = ApplicationProfile.of(client);
        List<Refusal> refusals = new ArrayList<>(ProfileRules.refusals(profile, current));
        WideScope.of(client, caller).refusal(profile, current).ifPresent(refusals::add);
        Map<String, String> changedSettings = stored.changes(settings);
        refusals.addAll(stored.rules().refusals(changedSettings));
        ProfileChange change = new ProfileChange(client, profile);
        Map<String, Object> changes = new LinkedHashMap<>(change.changes());
        changes.putAll(changedSettings);
        if (!refusals.isEmpty() || changes.isEmpty()) {
            return refusals;
        }
        return new ClientUpdate(session, caller)
                .apply(client, changed -> {
                    change.writeTo(changed);
                    // Keycloak removes an attribute whose value is empty.
                    changed.getAttributes().putAll(changedSettings);
                })
                .map(List::of)
                .orElseGet(() -> {
                    announce(caller, changes);
                    return List.of();
                });
    }

    private void announce(Caller caller, Map<String, Object> changes) {
        caller.event()
                .operation(OperationType.UPDATE)
                .resource(ResourceType.CLIENT)
                .resourcePath("clients", client.getId())
                .representation(changes)
                .success();
    }

    private void write(String key, String value) {
        if (StringUtil.isBlank(value)) {
            client.removeAttribute(key);
        } else {
            client.setAttribute(key, value.strip());
        }
    }
}
