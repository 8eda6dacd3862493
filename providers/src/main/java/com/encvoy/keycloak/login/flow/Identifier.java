package com.encvoy.keycloak.login.flow;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The identifier a user submits to sign in.
 *
 * @param text without surrounding white space
 */
public record Identifier(String text) {

    /** User names and e-mail addresses have at most 255 characters. */
    private static final int MAX_LENGTH = 255;

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\(?\\+?[\\d\\s\\p{Z}()./\\-\u2010-\u2013]{5,30}");

    public static Identifier of(String typed) {
        return new Identifier(typed == null ? "" : typed.strip());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public boolean isTooLong() {
        return text.length() > MAX_LENGTH;
    }

    public boolean looksLikeEmail() {
        return text.contains("@");
    }

    public boolean looksLikePhoneNumber() {
        return PHONE_NUMBER.matcher(text).matches();
    }

    public String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }
}
