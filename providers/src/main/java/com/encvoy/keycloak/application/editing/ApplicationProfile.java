package com.encvoy.keycloak.application.editing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.registration.ApplicationAddress;

/**
 * What an owner says about an application: its name and its addresses. {@link ProfileRules} validates it.
 *
 * @param name shown to people
 * @param description shown to people; empty if there is none
 * @param domain the address where people open the application, null if there is none
 * @param redirectUris complete addresses to which people return with a code
 * @param postLogoutRedirectUris complete addresses to which people return after signing out, beside the redirect URIs;
 *     empty for the start of each host of the redirect URIs, {@code -} alone for none
 * @param publicClient whether it has no secret and uses PKCE, such as an app in a browser or on a device
 */
public record ApplicationProfile(
        String name,
        String description,
        URI domain,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        boolean publicClient) {

    /** White space around values and blank lines do not matter. */
    public ApplicationProfile {
        name = name == null ? "" : name.strip();
        description = description == null ? "" : description.strip();
        redirectUris = lines(redirectUris);
        postLogoutRedirectUris = lines(postLogoutRedirectUris);
    }

    private static List<String> lines(Collection<String> typed) {
        return typed == null
                ? List.of()
                : typed.stream()
                        .filter(StringUtil::isNotBlank)
                        .map(String::strip)
                        .toList();
    }

    /** The profile of a client, with complete addresses; a relative one that has no root URL stays as it is. */
    public static ApplicationProfile of(ClientModel client) {
        return new ApplicationProfile(
                client.getName(),
                client.getDescription(),
                domain(client),
                client.getRedirectUris().stream()
                        .map(uri -> complete(client.getRootUrl(), uri))
                        .sorted()
                        .toList(),
                PostLogoutUris.of(client).own(),
                client.isPublicClient());
    }

    /**
     * An address as it was typed.
     *
     * @return without trailing slashes, null for a blank one; what is not an address is refused by {@link ProfileRules}
     */
    public static URI address(String typed) {
        if (StringUtil.isBlank(typed)) {
            return null;
        }
        return ApplicationAddress.parse(typed.strip()).orElseGet(() -> {
            try {
                return new URI(null, typed.strip(), null);
            } catch (URISyntaxException e) {
                return URI.create("?");
            }
        });
    }

    private static URI domain(ClientModel client) {
        return Stream.of(Optional.ofNullable(client.getRootUrl()), Optional.ofNullable(client.getBaseUrl()))
                .flatMap(Optional::stream)
                .flatMap(address -> complete(address).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<URI> complete(String address) {
        try {
            // Keycloak's own clients have a placeholder there, which is not a URI.
            return Optional.of(new URI(address.replaceFirst("/+$", "")))
                    .filter(uri -> uri.isAbsolute() && uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** As {@link org.keycloak.protocol.oidc.utils.RedirectUtils} resolves it. */
    static String complete(String rootUrl, String uri) {
        return uri.startsWith("/") && rootUrl != null && complete(rootUrl).isPresent() ? rootUrl + uri : uri;
    }
}
