package com.encvoy.keycloak.mail;

import java.util.Locale;
import java.util.Optional;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/** The language of mails to a person. */
public final class MailLanguage {

    private MailLanguage() {}

    /** The person's own, not that of the request, which may be another person's; else that of the realm. */
    public static Locale of(RealmModel realm, UserModel user) {
        return Optional.ofNullable(user.getFirstAttribute(UserModel.LOCALE))
                .or(() -> Optional.ofNullable(realm.getDefaultLocale()))
                .filter(StringUtil::isNotBlank)
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }
}
