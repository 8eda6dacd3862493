package com.encvoy.keycloak.application.option;

import java.util.List;
import java.util.Locale;

/**
 * What a form needs to ask for a value, and what a program needs to tell why one is refused.
 *
 * @param kind of the value
 * @param choices the words to choose from: all of {@link Kind#CHOICE}, the usual ones of {@link Kind#NAMES}; otherwise
 *     empty
 * @param min smallest number, 0 where it is no number
 * @param max largest number, or number of characters; 0 if there is no limit
 */
public record ValueForm(Kind kind, List<String> choices, int min, int max) {

    /** The kinds of values. Their codes are used by programs and never change. */
    public enum Kind {
        /** {@code #rgb} or {@code #rrggbb}. */
        COLOR,
        /** Words of {@link #choices}. */
        CHOICE,
        /** Domains of e-mail addresses, separated by spaces or commas. */
        DOMAINS,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Several lines of HTML. */
        HTML,
        /** Address of a picture. */
        IMAGE,
        /** Words, separated by spaces or commas. */
        NAMES,
        /** A whole number. */
        NUMBER,
        /** A number of seconds. */
        SECONDS,
        /** One line of text. */
        TEXT
    }

    public static ValueForm of(Kind kind) {
        return new ValueForm(kind, List.of(), 0, 0);
    }

    public static ValueForm of(Kind kind, List<String> choices) {
        return new ValueForm(kind, List.copyOf(choices), 0, 0);
    }

    public static ValueForm of(Kind kind, int min, int max) {
        return new ValueForm(kind, List.of(), min, max);
    }

    /** The code of a refusal. */
    public String code() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The parameters of a refusal's message. */
    public List<Object> parameters() {
        return switch (kind) {
            case CHOICE -> List.of(String.join(", ", choices));
            case NUMBER, SECONDS -> List.of(min, max);
            case HTML, TEXT -> List.of(max);
            default -> List.of();
        };
    }
}
