package com.encvoy.keycloak.login;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody has typed to say who they are.
 *
 * @param text without surrounding white space
 */
record Identifier(String text) {

    /** Usernames and e-mail addresses have at most 255 characters. */
    private static final int LENGTH = 255;

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[\\d\\s()./\\-]{5,30}");

    static Identifier of(String typed) {
        return new Identifier(typed == null ? "" : typed.strip());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isTooLong() {
        return text.length() > LENGTH;
    }

    boolean looksLikeEmail() {
        return text.contains("@");
    }

    boolean looksLikePhoneNumber() {
        return PHONE_NUMBER.matcher(text).matches();
    }

    String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }
}
