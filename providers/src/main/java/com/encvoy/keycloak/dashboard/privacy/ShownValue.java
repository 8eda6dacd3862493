package com.encvoy.keycloak.dashboard.privacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.encvoy.keycloak.dashboard.shell.Moment;

/** A value of a person as people read it, for a template. */
final class ShownValue {

    /** A text that is longer is cut: the page says what kind of thing applications see. */
    private static final int LONGEST = 300;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");

    private final Locale language;
    private final String server;

    /** @param server base URL: pages show pictures of this server only, others as an address */
    ShownValue(Locale language, String server) {
        this.language = language;
        this.server = server;
    }

    /**
     * {@code kind} is {@code yes}, {@code no}, {@code picture}, {@code text} or {@code none}; with {@code text} for two
     * of them.
     *
     * @param value a text, a {@link Boolean}, a number or a list; null for none
     */
    Map<String, Object> of(String name, Object value) {
        String text = text(value);
        if (text.isBlank()) {
            return Map.of("kind", "none", "text", "");
        }
        if (text.equals("true") || text.equals("false")) {
            return Map.of("kind", text.equals("true") ? "yes" : "no", "text", "");
        }
        boolean picture = name.equals("picture") && text.startsWith(server);
        return Map.of("kind", picture ? "picture" : "text", "text", picture ? text : shortened(text));
    }

    private String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(this::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().map(this::text).distinct().collect(Collectors.joining(", "));
        }
        String text = String.valueOf(value);
        try {
            if (DAY.matcher(text).matches()) {
                return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(LocalDate.parse(text));
            }
            if (TIME.matcher(text).matches()) {
                return Moment.text(Instant.parse(text).toEpochMilli(), language);
            }
        } catch (DateTimeException e) {
            return text;
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1)) + "…";
    }
}
