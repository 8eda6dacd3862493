package com.encvoy.keycloak.account.applications;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.utils.StringUtil;

/** Where an application starts: its base URL, resolved as Keycloak's account console does. */
final class Launch {

    private Launch() {}

    /** @return empty if it has no address that a browser opens as a page */
    static Optional<String> address(KeycloakSession session, ClientModel client) {
        if (StringUtil.isBlank(client.getBaseUrl())) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl()))
                .map(String::strip)
                .filter(Launch::isPage);
    }

    private static boolean isPage(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
