package com.encvoy.keycloak.login.identifier;

import java.util.Optional;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers in the form E.164, such as {@code +491701234567}, the only one that is stored. */
public final class PhoneNumbers {

    /** The user attribute they are stored in, named like the claim of OpenID Connect. */
    public static final String ATTRIBUTE = "phone_number";

    private PhoneNumbers() {}

    /**
     * @param defaultRegion of numbers without a country code, an ISO 3166-1 code such as {@code DE}; empty for none
     * @return empty where the text is no valid phone number
     */
    static Optional<String> e164(String text, String defaultRegion) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = library.parse(text, defaultRegion.isEmpty() ? null : defaultRegion);
            return library.isValidNumber(number)
                    ? Optional.of(library.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    static boolean isRegion(String code) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(code);
    }
}
