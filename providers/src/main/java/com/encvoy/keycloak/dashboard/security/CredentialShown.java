package com.encvoy.keycloak.dashboard.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

import com.encvoy.keycloak.account.credentials.CredentialKind;
import com.encvoy.keycloak.account.credentials.OwnCredential;
import com.encvoy.keycloak.dashboard.shell.Moment;

/** Credentials, for a template. */
final class CredentialShown {

    private final KeycloakSession session;
    private final Locale language;

    CredentialShown(KeycloakSession session, Locale language) {
        this.session = session;
        this.language = language;
    }

    Map<String, Object> kind(CredentialKind kind) {
        return Map.of(
                "type", kind.type(),
                "title", title(kind.title()),
                "maySetUp", kind.action().isPresent(),
                "removable", kind.removable(),
                "own", kind.own().stream().map(this::credential).toList());
    }

    /** The template has names of its own for Keycloak's types; other types bring a message of the login pages. */
    private String title(String key) {
        try {
            return session.theme()
                    .getTheme(Theme.Type.LOGIN)
                    .getEnhancedMessages(session.getContext().getRealm(), language)
                    .getProperty(key, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> credential(OwnCredential credential) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", credential.id());
        model.put("name", credential.name());
        credential.since().ifPresent(since -> model.put("since", day(since)));
        credential.lastUsed().ifPresent(used -> model.put("lastUsed", day(used)));
        model.put("elsewhere", credential.elsewhere());
        model.put("nameable", credential.nameable());
        credential.codesLeft().ifPresent(left -> model.put("codesLeft", left));
        return model;
    }

    private Map<String, Object> day(Instant time) {
        return Moment.day(time.toEpochMilli(), language);
    }
}
