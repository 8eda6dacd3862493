package com.encvoy.keycloak.login.identifier;

import org.jboss.logging.Logger;

/**
 * Whether {@code libphonenumber.jar} was installed beside our JAR: without it there are no phone numbers, all else
 * works.
 */
public final class PhoneNumberLibrary {

    static final boolean INSTALLED = isInstalled();

    private PhoneNumberLibrary() {}

    /** Says in the log if it is missing. */
    public static void check() {
        if (!INSTALLED) {
            Logger.getLogger(PhoneNumberLibrary.class)
                    .error("libphonenumber.jar is missing in the folder providers: phone numbers are neither "
                            + "checked nor accepted.");
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
