package com.encvoy.keycloak.login;

import java.util.Calendar;
import java.util.TimeZone;

import org.keycloak.models.utils.TimeBasedOTP;

/** The code that an authenticator app shows. */
public final class OneTimePassword {

    private OneTimePassword() {}

    public static String of(String secret) {
        return in(secret, 0);
    }

    /** Keycloak accepts a one-time password once, even half a minute early. */
    public static String in(String secret, int seconds) {
        Calendar time = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        time.add(Calendar.SECOND, seconds);
        TimeBasedOTP generator = new TimeBasedOTP();
        generator.setCalendar(time);
        return generator.generateTOTP(secret);
    }
}
