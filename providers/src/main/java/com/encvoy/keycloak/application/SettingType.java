package com.encvoy.keycloak.application;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.encvoy.keycloak.application.option.Flag;
import com.encvoy.keycloak.application.option.SettingsLog;

/**
 * Type of a setting: its allowed values.
 *
 * @param <T> type of a parsed value
 */
@SuppressWarnings(
        "OptionalMapToOptional") // The parsed value is itself optional: an unset value differs from an invalid one.
public abstract class SettingType<T> {

    /** Line breaks, control characters, and characters that change the direction of the following text. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{3}(?:[0-9a-f]{3})?");

    /** Excludes characters that could end the surrounding string or function in a style sheet or an attribute. */
    private static final Pattern IMAGE = Pattern.compile(
            "(?:https://[A-Za-z0-9.-]+(?::\\d{1,5})?)?/(?:[A-Za-z0-9._~-][A-Za-z0-9._~/-]*)?(?:\\?[A-Za-z0-9._~=&"
                    + "-]*)?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final String allowed;

    private SettingType(String allowed) {
        this.allowed = allowed;
    }

    /** Allowed values, as shown to administrators. */
    final String allowed() {
        return allowed;
    }

    /**
     * @param value that is set; stripped and never blank
     * @return empty if the value is invalid
     */
    abstract Optional<T> read(String value, String where, String key);

    /**
     * Whether a value is used as it is: {@link #read} may leave out a part of it, or restrict because of it.
     *
     * @param value never blank, stripped
     */
    abstract boolean accepts(String value);

    private interface Reader<T> {
        Optional<T> read(String value);
    }

    private static <T> SettingType<T> of(String allowed, Reader<T> reader) {
        return new SettingType<>(allowed) {
            @Override
            Optional<T> read(String value, String where, String key) {
                return reader.read(value);
            }

            @Override
            boolean accepts(String value) {
                return reader.read(value).isPresent();
            }
        };
    }

    static SettingType<Boolean> flag() {
        return of("`true` or `false`", Flag::parse);
    }

    /** Whether access is restricted. An invalid value restricts: a typo must not let everyone in. */
    static SettingType<Restriction> restriction() {
        return new SettingType<>("`true` or `false`") {
            @Override
            Optional<Restriction> read(String value, String where, String key) {
                Optional<Boolean> read = Flag.parse(value);
                if (read.isEmpty()) {
                    SettingsLog.warn(where, key, value, "true or false", "true (restricts access)");
                }
                return Optional.of(read.map(restricts -> restricts ? Restriction.ON : Restriction.OFF)
                        .orElse(Restriction.UNREADABLE));
            }

            @Override
            boolean accepts(String value) {
                return Flag.parse(value).isPresent();
            }
        };
    }

    static SettingType<Optional<String>> text(int length) {
        return of(
                "text of up to " + length + " characters, on one line",
                value -> Optional.of(value)
                        .filter(text -> text.length() <= length
                                && !UNPRINTABLE.matcher(text).find())
                        .map(Optional::of));
    }

    static SettingType<Optional<Integer>> seconds(int min, int max) {
        return of(
                "a number of seconds from " + min + " to " + max,
                value -> Optional.of(value)
                        .filter(text -> NUMBER.matcher(text).matches())
                        .map(Integer::valueOf)
                        .filter(number -> number >= min && number <= max)
                        .map(Optional::of));
    }

    /** A colour in Encvoy ID's format. */
    public static SettingType<String> color() {
        return of(
                "`#rgb` or `#rrggbb`",
                value -> Optional.of(value.toLowerCase(Locale.ROOT))
                        .filter(text -> COLOR.matcher(text).matches())
                        .map(text -> text.length() == 7 ? text : text.replaceAll("[0-9a-f]", "$0$0")));
    }

    /** One of several words, case-insensitive. */
    static SettingType<String> choice(String... words) {
        return of(
                "`" + String.join("`, `", words) + "`",
                value -> Arrays.stream(words).filter(value::equalsIgnoreCase).findFirst());
    }

    /** @see WidgetHtml */
    static SettingType<Optional<String>> html(int length) {
        return of(
                "HTML of up to " + length + " characters",
                value -> Optional.of(value)
                        .filter(text -> text.length() <= length)
                        .map(text -> WidgetHtml.sanitize(TURNING.matcher(text).replaceAll("")))
                        .map(html -> Optional.of(html).filter(text -> !text.isBlank())));
    }

    /** An image on this host, or on another host over HTTPS. Does not check whether the other host is listed. */
    static SettingType<Optional<URI>> image() {
        return of(
                "path on this host, such as `/logo.png`, or `https://` URL on one of `encvoy.image_hosts`",
                value -> Optional.of(value)
                        .filter(text ->
                                text.length() <= 2000 && IMAGE.matcher(text).matches())
                        .map(URI::create)
                        .filter(address -> !address.isAbsolute() || address.getHost() != null)
                        .map(Optional::of));
    }

    /** Domains of e-mail addresses. A typo must not open an application to everyone: see {@link EmailDomains}. */
    static SettingType<EmailDomains> emailDomains() {
        return new SettingType<>("domains, separated by spaces or commas") {
            @Override
            Optional<EmailDomains> read(String value, String where, String key) {
                return Optional.of(EmailDomains.parse(value, where, key));
            }

            @Override
            boolean accepts(String value) {
                return EmailDomains.isValid(value);
            }
        };
    }

    /** @param entry whether a word is allowed; others are ignored and logged */
    static SettingType<Set<String>> names(String allowed, String example, Predicate<String> entry) {
        return new SettingType<>(allowed) {
            @Override
            Optional<Set<String>> read(String value, String where, String key) {
                List<String> words = Arrays.asList(value.split("[\\s,]+"));
                words.stream()
                        .filter(word -> !word.isEmpty() && !entry.test(word))
                        .forEach(word -> SettingsLog.warn(where, key, word, example, "nothing for this entry"));
                return Optional.of(words.stream().filter(entry).collect(Collectors.toCollection(LinkedHashSet::new)));
            }

            @Override
            boolean accepts(String value) {
                return Arrays.stream(value.split("[\\s,]+")).allMatch(word -> word.isEmpty() || entry.test(word));
            }
        };
    }
}
