package com.encvoy.keycloak.login.identifier;

import org.jboss.logging.Logger;

/**
 * Whether {@code libphonenumber.jar} is installed in the {@code providers} folder. Without it, phone numbers are not
 * supported and everything else works.
 */
public final class PhoneNumberLibrary {

    static final boolean INSTALLED = isInstalled();

    private PhoneNumberLibrary() {}

    /** Logs an error if the library is missing. */
    public static void check() {
        if (!INSTALLED) {
            Logger.getLogger(PhoneNumberLibrary.class)
                    .error("libphonenumber.jar is missing in the providers folder: phone numbers are neither accepted "
                            + "nor validated.");
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
