package com.encvoy.keycloak.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members of a JSON object as OAuth knows them: strings, numbers and lists of strings. The JDK reads no JSON, and the check runs
 * where there is nothing else.
 */
record JsonDocument(String text) {

    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";

    Optional<String> string(String name) {
        Matcher member = member(name, STRING);
        return member.find() ? Optional.of(unescaped(member.group(1))) : Optional.empty();
    }

    OptionalLong number(String name) {
        Matcher member = member(name, "(\\d{1,18})");
        return member.find() ? OptionalLong.of(Long.parseLong(member.group(1))) : OptionalLong.empty();
    }

    List<String> strings(String name) {
        Matcher member = member(name, "\\[([^\\]]*)]");
        return member.find() ? Pattern.compile(STRING).matcher(member.group(1)).results().map(MatchResult::group)
                .map(quoted -> unescaped(quoted.substring(1, quoted.length() - 1))).toList() : List.of();
    }

    private Matcher member(String name, String value) {
        return Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*" + value).matcher(text);
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\(.)", "$1");
    }
}
