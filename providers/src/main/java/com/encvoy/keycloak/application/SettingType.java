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
import com.encvoy.keycloak.application.option.ValueForm;
import com.encvoy.keycloak.application.option.ValueForm.Kind;

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
    private static final Pattern IMAGE =
            Pattern.compile("(?!.*%(?![0-9A-F]{2}))(?:https://[A-Za-z0-9.-]+(?::\\d{1,5})?)?"
                    + "/(?:[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*)?(?:\\?[A-Za-z0-9._~=&-]*)?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final String allowed;
    private final ValueForm form;

    SettingType(String allowed, ValueForm form) {
        this.allowed = allowed;
        this.form = form;
    }

    final ValueForm form() {
        return form;
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

    private static <T> SettingType<T> of(String allowed, ValueForm form, Reader<T> reader) {
        return new SettingType<>(allowed, form) {
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
        return of("`true` or `false`", ValueForm.of(Kind.FLAG), Flag::parse);
    }

    static SettingType<Optional<String>> text(int length) {
        return of(
                "text of up to " + length + " characters, on one line",
                ValueForm.of(Kind.TEXT, 0, length),
                value -> Optional.of(value)
                        .filter(text -> text.length() <= length
                                && !UNPRINTABLE.matcher(text).find())
                        .map(Optional::of));
    }

    static SettingType<Optional<Integer>> seconds(int min, int max) {
        return of(
                "a number of seconds from " + min + " to " + max,
                ValueForm.of(Kind.SECONDS, min, max),
                value -> number(value, min, max).map(Optional::of));
    }

    static SettingType<Integer> number(int min, int max) {
        return of(
                "a number from " + min + " to " + max,
                ValueForm.of(Kind.NUMBER, min, max),
                value -> number(value, min, max));
    }

    private static Optional<Integer> number(String value, int min, int max) {
        return Optional.of(value)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= min && number <= max);
    }

    /** A colour in Encvoy ID's format. */
    public static SettingType<String> color() {
        return of(
                "`#rgb` or `#rrggbb`",
                ValueForm.of(Kind.COLOR),
                value -> Optional.of(value.toLowerCase(Locale.ROOT))
                        .filter(text -> COLOR.matcher(text).matches())
                        .map(text -> text.length() == 7 ? text : text.replaceAll("[0-9a-f]", "$0$0")));
    }

    /** One of several words, case-insensitive. */
    static SettingType<String> choice(String... words) {
        return of(
                "`" + String.join("`, `", words) + "`",
                ValueForm.of(Kind.CHOICE, List.of(words)),
                value -> Arrays.stream(words).filter(value::equalsIgnoreCase).findFirst());
    }

    /** @see WidgetHtml */
    static SettingType<Optional<String>> html(int length) {
        return of(
                "HTML of up to " + length + " characters",
                ValueForm.of(Kind.HTML, 0, length),
                value -> Optional.of(value)
                        .filter(text -> text.length() <= length)
                        .map(text -> WidgetHtml.sanitize(TURNING.matcher(text).replaceAll("")))
                        .map(html -> Optional.of(html).filter(text -> !text.isBlank())));
    }

    /** An image on this host, or on another host over HTTPS. Does not check whether the other host is listed. */
    static SettingType<Optional<URI>> image() {
        return of(
                "path on this host, such as `/logo.png`, or `https://` URL on one of `encvoy.image_hosts`",
                ValueForm.of(Kind.IMAGE),
                value -> Optional.of(value)
                        .filter(text ->
                                text.length() <= 2000 && IMAGE.matcher(text).matches())
                        .map(URI::create)
                        .filter(address -> !address.isAbsolute() || address.getHost() != null)
                        .map(Optional::of));
    }

    /**
     * @param usual words, for a form
     * @param entry whether a word is allowed; others are ignored and logged
     */
    static SettingType<Set<String>> names(String allowed, String example, List<String> usual, Predicate<String> entry) {
        return new SettingType<>(allowed, ValueForm.of(Kind.NAMES, usual)) {
            @Override
            Optional<Set<String>> read(String value, String where, String key) {
                List<String> words = Arrays.asList(value.split("[\\s,]+"));
                words.stream()
                        .filter(word -> !word.isEmpty() && !entry.test(word))
                        .forEach(word -> SettingsLog.warn(where, key, word, example, "no value for this entry"));
                return Optional.of(words.stream().filter(entry).collect(Collectors.toCollection(LinkedHashSet::new)));
            }

            @Override
            boolean accepts(String value) {
                return Arrays.stream(value.split("[\\s,]+")).allMatch(word -> word.isEmpty() || entry.test(word));
            }
        };
    }
}
