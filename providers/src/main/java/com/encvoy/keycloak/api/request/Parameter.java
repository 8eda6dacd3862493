package com.encvoy.keycloak.api.request;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.keycloak.utils.StringUtil;

/** Parameters of requests, read strictly. */
public final class Parameter {

    private static final int MAX_LENGTH = 255;

    /** Control characters and halves of characters, which databases refuse to compare. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private Parameter() {}

    /** Whether a name or an id of this kind can exist at all. */
    public static boolean isStorable(String text) {
        return text.length() <= MAX_LENGTH && !UNSTORABLE.matcher(text).find();
    }

    /**
     * A text to search for.
     *
     * @param name of the parameter
     * @return null if it is missing or blank
     * @throws jakarta.ws.rs.WebApplicationException 400 if nothing can be found with it
     */
    public static String text(String name, String value) {
        if (StringUtil.isBlank(value)) {
            return null;
        }
        if (!isStorable(value)) {
            throw ApiError.badRequest(name, name + " must have at most 255 characters, and no control characters.");
        }
        return value.strip();
    }

    /**
     * A whole number.
     *
     * @throws jakarta.ws.rs.WebApplicationException 400 if it is not a number, or outside its range
     */
    public static long number(String name, String value, long fallback, long min, long max) {
        if (StringUtil.isBlank(value)) {
            return fallback;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw ApiError.badRequest(name, name + " must be a whole number from " + min + " to " + max + ".");
    }

    /**
     * One of some constants.
     *
     * @param spelling of a constant
     * @throws jakarta.ws.rs.WebApplicationException 400 if it is missing or none of them
     */
    public static <E extends Enum<E>> E choice(String name, String value, Class<E> type, Function<E, String> spelling) {
        List<E> constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> spelling.apply(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest(
                        name,
                        name + " must be one of "
                                + constants.stream().map(spelling).collect(Collectors.joining(", ")) + "."));
    }
}
