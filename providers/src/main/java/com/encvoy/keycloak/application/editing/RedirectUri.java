package com.encvoy.keycloak.application.editing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address to which people may be sent with a code, or after signing out: exact, {@code https}, {@code http} on the
 * person's own machine, or the scheme of an app.
 *
 * @param text as typed
 */
record RedirectUri(String text) {

    /** The maximum length in Keycloak's database. */
    static final int MAX_LENGTH = 255;

    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[!-~]+");

    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?:/|$)");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Schemes that browsers or devices run, or that open something other than an app of the person. */
    private static final Set<String> DANGEROUS = Set.of(
            "about",
            "blob",
            "chrome",
            "content",
            "data",
            "file",
            "filesystem",
            "ftp",
            "intent",
            "jar",
            "javascript",
            "livescript",
            "mailto",
            "mocha",
            "resource",
            "sms",
            "tel",
            "vbscript",
            "view-source",
            "ws",
            "wss");

    Optional<Refusal> refusal(String field) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        if (text.length() > MAX_LENGTH) {
            return refusal(field, "uri_length", shown, "must have at most " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        if (text.contains("*")) {
            return refusal(field, "uri_wildcard", shown, "must be exact, without *");
        }
        if (text.contains("#")) {
            return refusal(field, "uri_fragment", shown, "must not have a fragment (#)");
        }
        if (text.startsWith("/") || !text.contains(":")) {
            return refusal(field, "uri_relative", shown, "must be complete, such as https://app.example.com/callback");
        }
        Optional<URI> parsed = PRINTABLE_ASCII.matcher(text).matches() ? parse() : Optional.empty();
        if (parsed.isEmpty() || parsed.get().getScheme() == null) {
            return refusal(field, "uri", shown, "is not an address");
        }
        return schemeRefusal(field, shown, parsed.get());
    }

    private static Optional<Refusal> schemeRefusal(String field, String shown, URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (DANGEROUS.contains(scheme)) {
            return refusal(field, "uri_scheme", shown, "must not begin with " + scheme + ":", scheme);
        }
        String authority = String.valueOf(uri.getRawAuthority());
        if (authority.contains("@")) {
            return refusal(field, "uri_credentials", shown, "must not contain a user name or password");
        }
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http")) {
            return Optional.empty();
        }
        if (uri.getHost() == null || DOT_SEGMENT.matcher(uri.getRawPath()).find()) {
            return refusal(field, "uri", shown, "is not an address");
        }
        return secure || THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : refusal(field, "uri_https", shown, "must begin with https:");
    }

    private static Optional<Refusal> refusal(
            String field, String code, String shown, String why, Object... parameters) {
        Object[] all = new Object[parameters.length + 1];
        all[0] = shown;
        System.arraycopy(parameters, 0, all, 1, parameters.length);
        return Optional.of(Refusal.of(field, code, "The address " + shown + " " + why + ".", all));
    }

    private Optional<URI> parse() {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
