package com.encvoy.keycloak.application.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.application.creation.ClientChange;
import com.encvoy.keycloak.application.creation.ClientChangeListener;

/**
 * Allows new applications to send people to the start of each host after the logout, beside the redirect URIs that
 * Keycloak allows: applications that were set up for Encvoy ID do so. An application that registers addresses of its
 * own, or none ({@code -}), keeps them, and so do imported clients.
 *
 * <p>Only exact origins are added, of redirect URIs that are complete web addresses: no wildcard in front of the path,
 * no scheme of an app, and no relative address without a root URL, which is Keycloak's own host.
 */
public final class PostLogoutOrigins extends ClientChangeListener {

    @Override
    protected void changed(ClientChange change) {
        ClientModel client = change.client();
        String own = client.getAttribute(OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS);
        if (!change.created()
                || !(StringUtil.isBlank(own) || own.equals(Constants.INCLUDE_REDIRECTS))
                || NarrowScope.scope(client.getRealm()).isEmpty()) {
            return;
        }
        String allowed = besides(client.getRedirectUris().stream()
                .map(uri -> uri.startsWith("/") ? client.getRootUrl() : uri)
                .toList());
        if (!allowed.equals(Constants.INCLUDE_REDIRECTS)) {
            client.setAttribute(OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS, allowed);
        }
    }

    /**
     * The value of Keycloak's attribute that allows the redirect URIs and the start of each of their hosts.
     *
     * @param redirectUris complete addresses
     */
    public static String besides(Collection<String> redirectUris) {
        Set<String> origins = new TreeSet<>();
        redirectUris.forEach(uri -> origin(uri).ifPresent(origins::add));
        Set<String> allowed = new LinkedHashSet<>();
        allowed.add(Constants.INCLUDE_REDIRECTS);
        origins.forEach(origin -> {
            allowed.add(origin);
            allowed.add(origin + "/");
        });
        return String.join(Constants.CFG_DELIMITER, allowed);
    }

    static Optional<String> origin(String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            // There is no host where the authority has a wildcard: neither is a host name or a port.
            return (scheme.equals("https") || scheme.equals("http"))
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                    ? Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                            + (uri.getPort() < 0 ? "" : ":" + uri.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
