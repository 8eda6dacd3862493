package com.encvoy.keycloak.dashboard.apps;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.account.applications.KnownApplication;
import com.encvoy.keycloak.dashboard.shell.Moment;

/** An application with access to the account, for a template. */
final class AccessShown {

    private final ScopeWords words;
    private final Locale language;

    AccessShown(KeycloakSession session, Locale language) {
        this.words = new ScopeWords(session, language);
        this.language = language;
    }

    Map<String, Object> of(KnownApplication known) {
        Map<String, Object> shown = new HashMap<>(AppCards.about(known.client()));
        shown.put("scopes", words.of(known.scopes()));
        shown.put("online", known.online());
        shown.put("offline", known.offline());
        shown.put("consent", known.consent().isPresent());
        if (known.since() > 0) {
            shown.put("since", Moment.day(known.since(), language));
        }
        if (known.lastUsed() > 0) {
            shown.put("lastUsed", Moment.time(known.lastUsed(), language));
        }
        return shown;
    }
}
