package com.encvoy.keycloak.login.identifier;

import org.jboss.logging.Logger;

/**
 * Whether {@code libphonenumber.jar} is installed in the {@code providers} folder. Without it, phone numbers need a
 * country code, and only their length is checked.
 */
public final class PhoneNumberLibrary {

    static final boolean INSTALLED = isInstalled();

    private PhoneNumberLibrary() {}

    /** Logs a warning if the library is missing. */
    public static void check() {
        if (!INSTALLED) {
            Logger.getLogger(PhoneNumberLibrary.class)
                    .warn("libphonenumber.jar is missing in the providers folder: phone numbers are accepted with a "
                            + "country code only, and only their length is checked.");
        }
    }

    private static boolean isInstalled() {
        try {
            Class.forName(
                    "com.google.i18n.phonenumbers.PhoneNumberUtil", false, PhoneNumberLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
