package com.encvoy.keycloak.look;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Keeps the characters of HTML markup in a value from meaning anything in the text that the value is put into. They are
 * carried through templates as characters for private use (Unicode, section 23.5) and put back at the end: as entities
 * in HTML, as themselves in plain text. So it makes no difference whether a template escapes the text or, as Keycloak's
 * do with texts that may hold markup, prints it as it is.
 */
public final class Markup {

    private static final String ACTIVE = "<>&\"'";
    private static final char FIRST = '\uF8D0';
    private static final String[] ENTITIES = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"};

    /**
     * An address that a server has made, which must stay what it is: no active character but {@code &} before the name
     * of a parameter. Keycloak's sanitizer decodes entities, with and without their semicolon, before it looks for
     * markup.
     */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^<>&\"'\\s]*+(?:&(?!(?i:lt|gt|amp|quot|apos))[\\w.-]++=[^<>&\"'\\s]*+)*+");

    private Markup() {}

    /** The value with inert characters in place of active ones. */
    public static String inert(String value) {
        if (value == null
                || ADDRESS.matcher(value).matches()
                || value.chars().noneMatch(character -> ACTIVE.indexOf(character) >= 0)) {
            return value;
        }
        StringBuilder inert = new StringBuilder(value.length());
        value.chars().forEach(character -> {
            int index = ACTIVE.indexOf(character);
            inert.append(index < 0 ? (char) character : (char) (FIRST + index));
        });
        return inert.toString();
    }

    /** The values, strings among them inert. */
    public static Object[] inert(Object... values) {
        return values == null
                ? null
                : Arrays.stream(values)
                        .map(value -> value instanceof String text ? inert(text) : value)
                        .toArray();
    }

    /** The text with entities in place of inert characters. */
    public static String html(String text) {
        return restored(text, true);
    }

    /** The text with active characters in place of inert ones. */
    public static String plain(String text) {
        return restored(text, false);
    }

    private static String restored(String text, boolean html) {
        if (text == null || !hasInert(text)) {
            return text;
        }
        StringBuilder restored = new StringBuilder(text.length() + 64);
        text.chars().forEach(character -> {
            if (!isInert(character)) {
                restored.append((char) character);
            } else if (html) {
                restored.append(ENTITIES[character - FIRST]);
            } else {
                restored.append(ACTIVE.charAt(character - FIRST));
            }
        });
        return restored.toString();
    }

    /** Every page comes by here: {@link String#indexOf(int)} looks at many characters at a time. */
    private static boolean hasInert(String text) {
        for (int i = 0; i < ENTITIES.length; i++) {
            if (text.indexOf(FIRST + i) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInert(int character) {
        return character >= FIRST && character < FIRST + ENTITIES.length;
    }
}
