package com.encvoy.keycloak.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/** An address and a locale as the user model that Keycloak's mail templates require. There may be no such user. */
final class MailRecipient extends UserModelDelegate {

    private final String address;
    private final Locale language;

    MailRecipient(String address, Locale language) {
        super(null);
        this.address = address;
        this.language = language;
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getUsername() {
        return address;
    }

    @Override
    public String getFirstName() {
        return null;
    }

    @Override
    public String getLastName() {
        return null;
    }

    @Override
    public String getFirstAttribute(String name) {
        return UserModel.LOCALE.equals(name) ? language.toLanguageTag() : null;
    }

    @Override
    public Map<String, List<String>> getAttributes() {
        return Map.of();
    }
}
