package com.encvoy.keycloak.application.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of an application, as its owner types it. */
public final class ApplicationAddress {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:https://[A-Za-z0-9.-]+|http://(?:localhost|127\\.0\\.0\\.1|\\[::1\\]))(?::\\d{1,5})?"
                    + "(?:/[A-Za-z0-9._~-]+)*/*");

    private ApplicationAddress() {}

    /**
     * @return without trailing slashes; empty if it is not an {@code https} address, or {@code http} on this machine,
     *     with a plain path and nothing else
     */
    public static Optional<URI> parse(String text) {
        if (text == null || text.length() > 1000 || !ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text.replaceFirst("/+$", ""));
            return Optional.of(address).filter(parsed -> parsed.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
