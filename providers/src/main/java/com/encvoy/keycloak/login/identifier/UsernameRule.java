package com.encvoy.keycloak.login.identifier;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.login.flow.Identifier;

/**
 * A user name must not look like another user's e-mail address or phone number. Otherwise an account with that name
 * would lock out the user who signs in with the address or number.
 */
public final class UsernameRule {

    static final String IS_ADDRESS = "encvoyUsernameIsAddress";
    static final String IS_PHONE_NUMBER = "encvoyUsernameIsPhoneNumber";

    private UsernameRule() {}

    /**
     * @param email the account's own address, null for none; it is allowed as user name
     * @return the message key of the problem; empty if the user name is valid
     */
    public static Optional<String> problem(KeycloakSession session, String username, String email) {
        Identifier identifier = Identifier.of(username);
        if (identifier.looksLikeEmail()) {
            return identifier.lowerCase().equals(Identifier.of(email).lowerCase())
                    ? Optional.empty()
                    : Optional.of(IS_ADDRESS);
        }
        return isPhoneNumber(session, identifier) ? Optional.of(IS_PHONE_NUMBER) : Optional.empty();
    }

    /** With a country code, or in a format the login page recognises without one. */
    private static boolean isPhoneNumber(KeycloakSession session, Identifier identifier) {
        return identifier.looksLikePhoneNumber()
                && (identifier.text().startsWith("+")
                        || PhoneNumbers.e164(
                                        identifier.text(), session.getContext().getRealm())
                                .isPresent());
    }
}
