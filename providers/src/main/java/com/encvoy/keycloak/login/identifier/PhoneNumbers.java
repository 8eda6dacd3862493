package com.encvoy.keycloak.login.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

import org.keycloak.models.RealmModel;

/** Phone numbers in E.164 format, such as {@code +491701234567}, the only format that is stored. */
public final class PhoneNumbers {

    /** User attribute of the phone number, named like the OpenID Connect claim. */
    public static final String ATTRIBUTE = "phone_number";

    /** What people write between digits, including the spaces that word processors insert. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}()./\\-\u2010-\u2013]");

    /** A trunk prefix, which is not dialled after a country code: {@code +49 (0)170}. */
    private static final String TRUNK_PREFIX = "(0)";

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private static final String ABROAD = "00";

    private PhoneNumbers() {}

    /**
     * Without Google's library, a number needs a country code, and only its length is checked.
     *
     * @param defaultRegion for numbers without a country code, an ISO 3166-1 code such as {@code DE}; empty for none
     * @return empty if the text is not a valid phone number
     */
    static Optional<String> e164(String text, String defaultRegion) {
        return PhoneNumberLibrary.INSTALLED ? parsed(text, defaultRegion) : stripped(text);
    }

    /** The number as it is understood in a realm: in the default regions of its identifier steps, or in none. */
    static Optional<String> e164(String text, RealmModel realm) {
        Optional<String> international = e164(text, "");
        return international.isPresent()
                ? international
                : IdentifierConfig.allOf(realm)
                        .map(IdentifierConfig::defaultRegion)
                        .filter(region -> !region.isEmpty())
                        .flatMap(region -> e164(text, region).stream())
                        .findFirst();
    }

    private static Optional<String> parsed(String text, String defaultRegion) {
        return PhoneNumberParser.e164(text, defaultRegion).or(() -> PhoneNumberParser.e164(withPlus(text), ""));
    }

    /** Most of the world dials {@code 00} for abroad, and people write it where their own country dials another. */
    private static String withPlus(String text) {
        String digits = SEPARATORS.matcher(text).replaceAll("");
        return digits.startsWith(ABROAD) ? "+" + digits.substring(ABROAD.length()) : digits;
    }

    static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    static Optional<String> stripped(String text) {
        return Optional.of(withPlus(text.replace(TRUNK_PREFIX, ""))).filter(PhoneNumbers::isE164);
    }

    static boolean isRegion(String code) {
        return PhoneNumberLibrary.INSTALLED && PhoneNumberParser.isRegion(code);
    }
}
