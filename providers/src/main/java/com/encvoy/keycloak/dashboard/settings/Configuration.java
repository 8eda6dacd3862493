package com.encvoy.keycloak.dashboard.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.oidc.issuer.ServerLocation;

/**
 * The configuration to paste into a product, as blocks for a template: paragraphs, and text to be copied. It is the
 * same as the command line prints, whose Markdown has nothing but paragraphs, fenced code, {@code *} and back-ticks.
 */
final class Configuration {

    private static final String FENCE = "```";

    private static final Pattern MARKUP = Pattern.compile("`([^`]+)`|\\*{1,2}([^*]+)\\*{1,2}");

    private Configuration() {}

    /** @param secret empty if it is not to be shown */
    static List<Map<String, Object>> of(KeycloakSession session, ClientModel client, Optional<String> secret) {
        return blocks(new ServerLocation(session).configuration(client, secret));
    }

    static List<Map<String, Object>> blocks(String markdown) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                add(blocks, lines, code);
                code = !code;
            } else if (!code && line.isBlank()) {
                add(blocks, lines, false);
            } else {
                lines.add(line);
            }
        }
        add(blocks, lines, code);
        return blocks;
    }

    private static void add(List<Map<String, Object>> blocks, List<String> lines, boolean code) {
        if (!lines.isEmpty()) {
            blocks.add(
                    code ? Map.of("code", String.join("\n", lines)) : Map.of("text", words(String.join(" ", lines))));
            lines.clear();
        }
    }

    /** A paragraph, in pieces that are plain, code or emphasised. */
    private static List<Map<String, String>> words(String paragraph) {
        List<Map<String, String>> pieces = new ArrayList<>();
        Matcher markup = MARKUP.matcher(paragraph);
        int end = 0;
        while (markup.find()) {
            pieces.add(Map.of("kind", "plain", "text", paragraph.substring(end, markup.start())));
            pieces.add(
                    markup.group(1) != null
                            ? Map.of("kind", "code", "text", markup.group(1))
                            : Map.of("kind", "emphasis", "text", markup.group(2)));
            end = markup.end();
        }
        pieces.add(Map.of("kind", "plain", "text", paragraph.substring(end)));
        return pieces;
    }
}
