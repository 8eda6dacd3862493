package com.encvoy.keycloak.application.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.Settings;

/**
 * The one writer of the realm's settings, as strict as {@link ApplicationEditor}. The permission is checked by the
 * caller.
 */
public final class RealmEditor {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final StoredSettings stored;

    public RealmEditor(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.stored = StoredSettings.of(realm);
    }

    /** The settings that the realm has, by their keys; those that are unset are left out. */
    public Map<String, String> settings() {
        return stored.values();
    }

    /**
     * Saves settings, all or none, and fires an admin event on behalf of the caller; others keep their values.
     *
     * @param values by key; null or blank unsets a setting
     * @param version {@link ApplicationVersion} of what the caller has seen, null for any
     * @return why nothing was saved; empty if all was
     */
    public List<Refusal> save(Caller caller, Map<String, String> values, String version) {
        if (!Turn.take(session, "realm.save", realm.getId())) {
            return List.of(Turn.refusal());
        }
        // As in ApplicationEditor: the compared version comes from the database.
        realm.removeAttribute("encvoy.unset");
        if (version != null && !version.equals(ApplicationVersion.of(realm))) {
            return List.of(Refusal.of("", "stale", "The realm has been changed since it was read."));
        }
        Map<String, String> changes = stored.changes(values);
        List<Refusal> refusals = refusals(changes);
        if (refusals.isEmpty() && !changes.isEmpty()) {
            changes.forEach((key, value) -> {
                if (value.isEmpty()) {
                    realm.removeAttribute(key);
                } else {
                    realm.setAttribute(key, value);
                }
            });
            caller.event()
                    .operation(OperationType.UPDATE)
                    .resource(ResourceType.REALM)
                    .representation(changes)
                    .success();
        }
        return refusals;
    }

    /** Why settings would not be saved, by key; nothing is changed. */
    public List<Refusal> refusals(Map<String, String> values) {
        List<Refusal> refusals = new ArrayList<>(stored.rules().refusals(values));
        Optional.ofNullable(values.get(ReleasePolicy.REALM_DEFAULT))
                .flatMap(this::unknownField)
                .ifPresent(refusals::add);
        return refusals;
    }

    /** A name that is neither a field of every profile nor a custom field of this realm would release nothing. */
    private Optional<Refusal> unknownField(String names) {
        UPConfig profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        if (profile.getUnmanagedAttributePolicy() != null) {
            return Optional.empty();
        }
        Set<String> known = Stream.concat(
                        ReleasePolicy.DEFAULT_FIELDS.type().choices().stream(),
                        profile.getAttributes().stream()
                                .map(attribute -> attribute.getName())
                                .filter(name -> name.startsWith(Settings.CUSTOM_FIELD))
                                .map(name -> name.substring(Settings.CUSTOM_FIELD.length())))
                .collect(Collectors.toSet());
        return Arrays.stream(names.split("\\s+"))
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .findFirst()
                .map(name -> Refusal.of(
                        ReleasePolicy.REALM_DEFAULT,
                        "unknown_field",
                        "There is no profile field " + name + " in this realm.",
                        name));
    }
}
