package com.encvoy.keycloak.dashboard.apps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;
import org.keycloak.utils.StringUtil;

/** Scopes in words, as Keycloak's page that asks for consent has them. */
final class ScopeWords {

    private final Properties messages;

    ScopeWords(KeycloakSession session, Locale language) {
        try {
            messages = new Properties();
            messages.putAll(session.theme().getTheme(Theme.Type.LOGIN).getMessages(language));
            messages.putAll(
                    session.getContext().getRealm().getRealmLocalizationTextsByLocale(language.toLanguageTag()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> of(Collection<ClientScopeModel> scopes) {
        return scopes.stream()
                .filter(ClientScopeModel::isDisplayOnConsentScreen)
                .map(this::word)
                .distinct()
                .toList();
    }

    private String word(ClientScopeModel scope) {
        String text = scope.getConsentScreenText();
        if (StringUtil.isBlank(text)) {
            return scope.getName();
        }
        return text.startsWith("${") && text.endsWith("}")
                ? messages.getProperty(text.substring(2, text.length() - 1), scope.getName())
                : text;
    }
}
