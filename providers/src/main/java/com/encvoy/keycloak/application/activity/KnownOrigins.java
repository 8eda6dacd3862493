package com.encvoy.keycloak.application.activity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;

/**
 * The origins that an application is registered with. An address elsewhere is never offered for registration: anyone
 * can cause such a refusal, and hope that the owner clicks.
 */
final class KnownOrigins {

    private static final int MAX_LENGTH = 2000;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final Set<String> origins;

    KnownOrigins(ClientModel client) {
        origins = Stream.concat(Stream.ofNullable(client.getRootUrl()), client.getRedirectUris().stream())
                .map(KnownOrigins::origin)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Whether the owner may be asked to register this address. */
    boolean contains(String uri) {
        return uri.length() <= MAX_LENGTH
                && PRINTABLE.matcher(uri).matches()
                && uri.indexOf('#') < 0
                && uri.indexOf('*') < 0
                && origin(uri).filter(origins::contains).isPresent();
    }

    /** Scheme, host and port; empty if the address is not complete, or names a user. */
    private static Optional<String> origin(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int standard = Objects.equals(scheme, "https") ? 443 : 80;
            int port = uri.getPort() < 0 ? standard : uri.getPort();
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
