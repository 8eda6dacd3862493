package com.encvoy.keycloak.movein.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Checks whether the realm's user profile would accept a value. An import accepts everything, but then the next change
 * of the person's profile is refused because of a value that the person may not even see.
 */
final class ProfileCheck {

    /** As Keycloak's validators {@code person-name-prohibited-characters} and {@code username-…} have them. */
    private static final Pattern NO_NAME = Pattern.compile("[<>&\"\\v$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]");

    private static final Pattern NO_LOGIN =
            Pattern.compile("[<>&\"'\\s\\v\\h$%!#?§,;:*~/\\\\|^=\\[\\]{}()`\\p{Cntrl}]");

    /** The maximum length of an attribute without a rule for it. */
    private static final int LENGTH = 2048;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.][^\\s@]*");

    private final JsonNode attributes;

    /** @param profile the answer of {@code GET /users/profile} */
    ProfileCheck(JsonNode profile) {
        this.attributes = profile.path("attributes");
    }

    /** Whether the profile has an attribute; the others are removed by the next change of the person's profile. */
    boolean declares(String attribute) {
        return !declaration(attribute).isMissingNode();
    }

    private JsonNode declaration(String attribute) {
        for (JsonNode declared : attributes) {
            if (declared.path("name").asText().equals(attribute)) {
                return declared;
            }
        }
        return MissingNode.getInstance();
    }

    /** The values that an attribute with a list of options may have; empty if it may have any. */
    List<String> options(String attribute) {
        List<String> options = new ArrayList<>();
        declaration(attribute)
                .path("validations")
                .path("options")
                .path("options")
                .forEach(option -> options.add(option.asText()));
        return options;
    }

    /** What is wrong with a value, as the end of a sentence; empty if it would be accepted. */
    Optional<String> problem(String attribute, String value) {
        JsonNode rules = declaration(attribute).path("validations");
        JsonNode length = rules.path("length");
        if (value.length() < length.path("min").asInt(0)) {
            return Optional.of("is shorter than " + length.path("min").asInt() + " characters");
        }
        if (value.length() > length.path("max").asInt(LENGTH)) {
            return Optional.of("is longer than " + length.path("max").asInt(LENGTH) + " characters");
        }
        if ((rules.has("person-name-prohibited-characters")
                        && NO_NAME.matcher(value).find())
                || (rules.has("username-prohibited-characters")
                        && NO_LOGIN.matcher(value).find())) {
            return Optional.of("has a character that the realm does not allow");
        }
        if (rules.has("email") && !EMAIL.matcher(value).matches()) {
            return Optional.of("is not an e-mail address");
        }
        if (rules.has("pattern")
                && !matches(rules.path("pattern").path("pattern").asText(), value)) {
            return Optional.of("does not have the form that the realm requires");
        }
        return Optional.empty();
    }

    private static boolean matches(String pattern, String value) {
        try {
            return Pattern.compile(pattern).matcher(value).matches();
        } catch (PatternSyntaxException e) {
            // Keycloak refuses to save such a profile; if it has one all the same, it judges it.
            return true;
        }
    }

    /** A value that has none of the characters that the realm refuses, and is not too long. */
    String cleaned(String attribute, String value) {
        JsonNode rules = declaration(attribute).path("validations");
        String cleaned = value;
        if (rules.has("username-prohibited-characters")) {
            cleaned = NO_LOGIN.matcher(cleaned).replaceAll("-");
        }
        if (rules.has("person-name-prohibited-characters")) {
            cleaned = NO_NAME.matcher(cleaned)
                    .replaceAll(" ")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
        int max = rules.path("length").path("max").asInt(LENGTH);
        return cleaned.length() > max ? cleaned.substring(0, max) : cleaned;
    }
}
