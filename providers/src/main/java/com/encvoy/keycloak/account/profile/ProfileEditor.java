package com.encvoy.keycloak.account.profile;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Saves what people say about themselves. The permission is checked by the caller. */
public final class ProfileEditor {

    private static final int VERSION_LENGTH = 22;

    private final KeycloakSession session;
    private final UserModel user;
    private final ProfileFields fields;

    public ProfileEditor(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
        this.fields = new ProfileFields(session, user);
    }

    public ProfileFields fields() {
        return fields;
    }

    /** The values that the person may edit, by attribute. */
    public Map<String, List<String>> saved() {
        Map<String, List<String>> saved = new LinkedHashMap<>();
        fields.editable().forEach(field -> saved.put(field.getName(), fields.values(field.getName())));
        return saved;
    }

    /** Changes whenever one of those values does. */
    public String version() {
        return HashUtils.sha256UrlEncodedHash(saved().toString(), StandardCharsets.UTF_8)
                .substring(0, VERSION_LENGTH);
    }

    /**
     * @param typed values by attribute; attributes that the person may not edit are left alone
     * @param event of type {@link org.keycloak.events.EventType#UPDATE_PROFILE}
     * @return why nothing was saved; empty if all was
     */
    public List<ProfileProblem> save(Map<String, List<String>> typed, EventBuilder event) {
        Map<String, List<String>> changes = new HashMap<>();
        fields.editable().stream()
                .filter(field -> typed.containsKey(field.getName()))
                .forEach(field -> changes.put(field.getName(), typed.get(field.getName())));
        return new ProfileChange(session, user).save(changes, event);
    }
}
