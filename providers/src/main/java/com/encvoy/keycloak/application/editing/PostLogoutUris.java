package com.encvoy.keycloak.application.editing;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.application.registration.PostLogoutOrigins;

/**
 * Where people may return after signing out, as Keycloak stores it in one attribute: addresses, {@code +} for the
 * redirect URIs, or {@code -} for none.
 */
final class PostLogoutUris {

    static final String NONE = "-";

    private final ClientModel client;
    private final List<String> stored;

    private PostLogoutUris(ClientModel client) {
        this.client = client;
        String value = client.getAttribute(OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS);
        this.stored = StringUtil.isBlank(value) ? List.of() : Arrays.asList(value.split(Constants.CFG_DELIMITER));
    }

    static PostLogoutUris of(ClientModel client) {
        return new PostLogoutUris(client);
    }

    /** The addresses that were listed; empty if they follow from the redirect URIs. */
    List<String> own() {
        return isAutomatic()
                ? List.of()
                : stored.stream()
                        .filter(uri -> !uri.equals(Constants.INCLUDE_REDIRECTS))
                        .map(uri -> ApplicationProfile.complete(client.getRootUrl(), uri))
                        .sorted()
                        .toList();
    }

    /**
     * The value that allows the addresses of a changed profile.
     *
     * @param moved whether the application has another address, to which relative ones would move
     */
    String changed(ApplicationProfile before, ApplicationProfile after, boolean moved) {
        List<String> listed = after.postLogoutRedirectUris();
        if (!listed.equals(before.postLogoutRedirectUris())) {
            return listed.isEmpty() ? automatic(after.redirectUris()) : value(listed, includesRedirectUris(), moved);
        }
        if (listed.isEmpty()) {
            return stored.size() > 1 ? automatic(after.redirectUris()) : String.join(Constants.CFG_DELIMITER, stored);
        }
        return value(listed, stored.contains(Constants.INCLUDE_REDIRECTS), moved);
    }

    private boolean includesRedirectUris() {
        return stored.isEmpty() || isAutomatic() || stored.contains(Constants.INCLUDE_REDIRECTS);
    }

    private String value(List<String> listed, boolean withRedirectUris, boolean moved) {
        if (listed.equals(List.of(NONE))) {
            return NONE;
        }
        Stream<String> uris = listed.stream().map(uri -> moved ? uri : asStored(uri));
        return String.join(
                Constants.CFG_DELIMITER,
                (withRedirectUris ? Stream.concat(Stream.of(Constants.INCLUDE_REDIRECTS), uris) : uris).toList());
    }

    private String asStored(String complete) {
        return stored.stream()
                .filter(uri ->
                        ApplicationProfile.complete(client.getRootUrl(), uri).equals(complete))
                .findFirst()
                .orElse(complete);
    }

    private boolean isAutomatic() {
        Set<String> known = new LinkedHashSet<>(stored);
        return known.isEmpty()
                || known.equals(Set.of(Constants.INCLUDE_REDIRECTS))
                || known.equals(Set.of(automatic(client.getRedirectUris().stream()
                                .map(uri -> ApplicationProfile.complete(client.getRootUrl(), uri))
                                .toList())
                        .split(Constants.CFG_DELIMITER)));
    }

    private String automatic(Collection<String> redirectUris) {
        return NarrowScope.scope(client.getRealm()).isEmpty()
                ? Constants.INCLUDE_REDIRECTS
                : PostLogoutOrigins.besides(redirectUris);
    }
}
