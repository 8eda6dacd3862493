package com.encvoy.keycloak.account.credentials;

import java.util.Optional;
import java.util.regex.Pattern;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

/** The name that a person gives to a credential, to tell it from others. Keycloak calls it label. */
public final class CredentialName {

    /** Characters. Keycloak stores 255. */
    public static final int MAX_LENGTH = 100;

    /** Control characters, and those that turn or hide the text around them. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]");

    private final SubjectCredentialManager credentials;
    private final String id;

    /** @param id of a credential that Keycloak keeps for the user */
    public CredentialName(UserModel user, String id) {
        this.credentials = user.credentialManager();
        this.id = id;
    }

    /** @return empty for a credential that has none */
    public String current() {
        CredentialModel credential = credentials.getStoredCredentialById(id);
        return credential == null || credential.getUserLabel() == null ? "" : credential.getUserLabel();
    }

    /**
     * Gives it another name.
     *
     * @param typed spaces around it are dropped
     * @return why it was refused: {@code name_blank}, {@code name_too_long}, {@code name_characters} or
     *     {@code name_taken}; empty if it has the name now
     */
    public Optional<String> change(String typed) {
        String name = typed.strip();
        Optional<String> refusal = refusal(name);
        if (refusal.isPresent() || name.equals(current())) {
            return refusal;
        }
        try {
            credentials.updateCredentialLabel(id, name);
            return Optional.empty();
        } catch (ModelDuplicateException e) {
            return Optional.of("name_taken");
        }
    }

    private Optional<String> refusal(String name) {
        if (name.isEmpty()) {
            return Optional.of("name_blank");
        }
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            return Optional.of("name_too_long");
        }
        if (UNPRINTABLE.matcher(name).find()) {
            return Optional.of("name_characters");
        }
        boolean taken = credentials
                .getStoredCredentialsStream()
                .anyMatch(other -> !other.getId().equals(id) && name.equals(other.getUserLabel()));
        return taken ? Optional.of("name_taken") : Optional.empty();
    }
}
