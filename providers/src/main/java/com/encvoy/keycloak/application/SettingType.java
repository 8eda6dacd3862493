package com.encvoy.keycloak.application;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which values a setting may have.
 *
 * @param <T> of a value that was read
 */
abstract class SettingType<T> {

    /** Line breaks, control characters and what turns the direction of the text that follows. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final String allowed;

    private SettingType(String allowed) {
        this.allowed = allowed;
    }

    /** For the person who sets it. */
    final String allowed() {
        return allowed;
    }

    /**
     * @param value that is set, never blank, stripped
     * @return empty where it is not allowed
     */
    abstract Optional<T> read(String value, String where, String key);

    private interface Reader<T> {
        Optional<T> read(String value);
    }

    private static <T> SettingType<T> of(String allowed, Reader<T> reader) {
        return new SettingType<>(allowed) {
            @Override
            Optional<T> read(String value, String where, String key) {
                return reader.read(value);
            }
        };
    }

    static SettingType<Boolean> flag() {
        return of("`true` or `false`", value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    static SettingType<Optional<String>> text(int length) {
        return of("text of up to " + length + " characters, in one line", value -> Optional.of(value)
                .filter(text -> text.length() <= length && !UNPRINTABLE.matcher(text).find()).map(Optional::of));
    }

    static SettingType<Optional<Integer>> seconds(int min, int max) {
        return of("a number of seconds from " + min + " to " + max, value -> Optional.of(value).filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf).filter(number -> number >= min && number <= max).map(Optional::of));
    }

    /** Domains of e-mail addresses. A typing error must not open an application to everybody: see {@link EmailDomains}. */
    static SettingType<EmailDomains> emailDomains() {
        return new SettingType<>("domains, separated by spaces or commas") {
            @Override
            Optional<EmailDomains> read(String value, String where, String key) {
                return Optional.of(EmailDomains.parse(value, where, key));
            }
        };
    }

    /** @param entry whether a word is allowed; one that is not is left out, with a log line */
    static SettingType<Set<String>> names(String allowed, String example, Predicate<String> entry) {
        return new SettingType<>(allowed) {
            @Override
            Optional<Set<String>> read(String value, String where, String key) {
                List<String> words = Arrays.asList(value.split("[\\s,]+"));
                words.stream().filter(word -> !word.isEmpty() && !entry.test(word))
                        .forEach(word -> SettingsLog.warn(where, key, word, example, "nothing for this entry"));
                return Optional.of(words.stream().filter(entry).collect(Collectors.toCollection(LinkedHashSet::new)));
            }
        };
    }
}
