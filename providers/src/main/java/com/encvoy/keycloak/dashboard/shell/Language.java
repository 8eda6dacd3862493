package com.encvoy.keycloak.dashboard.shell;

import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The language that a person chooses in the dashboard: it becomes the person's own, as in Keycloak's login pages. */
final class Language {

    static final String PARAMETER = "kc_locale";

    private Language() {}

    static void choose(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        String wanted = session.getContext().getUri().getQueryParameters().getFirst(PARAMETER);
        if (wanted != null
                && realm.isInternationalizationEnabled()
                && realm.getSupportedLocalesStream().anyMatch(wanted::equals)) {
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, wanted);
            session.getProvider(LocaleUpdaterProvider.class).updateUsersLocale(user, wanted);
        }
    }
}
