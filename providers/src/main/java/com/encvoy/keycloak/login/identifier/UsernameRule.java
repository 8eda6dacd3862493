package com.encvoy.keycloak.login.identifier;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.login.flow.Identifier;

/**
 * A user name must not look like what belongs to another person: otherwise an account of that name would shut out the
 * person who types the address or the number at the login.
 */
public final class UsernameRule {

    static final String IS_ADDRESS = "encvoyUsernameIsAddress";
    static final String IS_PHONE_NUMBER = "encvoyUsernameIsPhoneNumber";

    private UsernameRule() {}

    /**
     * @param email the account's own address, null for none: the user name may be the same
     * @return the message that says what is wrong with the user name
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

    /** With the country code, or as the login page understands numbers without one. */
    private static boolean isPhoneNumber(KeycloakSession session, Identifier identifier) {
        if (!identifier.looksLikePhoneNumber()) {
            return false;
        }
        if (identifier.text().startsWith("+")) {
            return true;
        }
        return PhoneNumberLibrary.INSTALLED
                && IdentifierConfig.allOf(session.getContext().getRealm())
                        .map(IdentifierConfig::defaultRegion)
                        .filter(region -> !region.isEmpty())
                        .anyMatch(region ->
                                PhoneNumbers.e164(identifier.text(), region).isPresent());
    }
}
