package com.encvoy.keycloak.check;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members of a JSON object as OAuth knows them: strings, numbers and what is true. The JDK reads no JSON, and the
 * check runs where there is nothing else.
 */
record JsonDocument(String text) {

    private static final String STRING = "\"((?:[^\"\\\\]++|\\\\.)*+)\"";

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    Optional<String> string(String name) {
        Matcher member = member(name, STRING);
        return member.find() ? Optional.of(unescaped(member.group(1))) : Optional.empty();
    }

    OptionalLong number(String name) {
        Matcher member = member(name, "(\\d{1,18})");
        return member.find() ? OptionalLong.of(Long.parseLong(member.group(1))) : OptionalLong.empty();
    }

    boolean isTrue(String name) {
        return member(name, "(true)").find();
    }

    private Matcher member(String name, String value) {
        return Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*" + value)
                .matcher(text);
    }

    private static String unescaped(String value) {
        return UNICODE.matcher(value)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                .replaceAll("\\\\(.)", "$1");
    }
}
