package com.encvoy.keycloak.application.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of {@code realm-config/applications}, or a section of it, with variables such as {@code ${CLIENT_ID}}. */
record SettingsPage(String text) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

    /** @param name of the file, without its suffix */
    static SettingsPage named(String name) {
        try (InputStream file = SettingsPage.class.getResourceAsStream("templates/" + name + ".md")) {
            return new SettingsPage(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if there is no section with this title before another one */
    SettingsPage section(String title) {
        Matcher section = Pattern.compile(
                        "^## " + Pattern.quote(title) + "\n+(.*?)(?=^## )", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text);
        if (!section.find()) {
            throw new IllegalStateException("The page has no section " + title + ": " + text);
        }
        return new SettingsPage(section.group(1).strip());
    }

    /** Each variable once: a value that looks like a variable stays as it is. */
    String filled(Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(
                        variable -> Matcher.quoteReplacement(values.getOrDefault(variable.group(1), variable.group())));
    }
}
