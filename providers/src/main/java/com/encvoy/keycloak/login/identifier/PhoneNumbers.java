package com.encvoy.keycloak.login.identifier;

import java.util.Optional;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers in E.164 format, such as {@code +491701234567}, the only format that is stored. */
public final class PhoneNumbers {

    /** User attribute of the phone number, named like the OpenID Connect claim. */
    public static final String ATTRIBUTE = "phone_number";

    private PhoneNumbers() {}

    /**
     * @param defaultRegion for numbers without a country code, an ISO 3166-1 code such as {@code DE}; empty for none
     * @return empty if the text is not a valid phone number
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
