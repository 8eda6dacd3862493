package com.encvoy.keycloak.application.editing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.keycloak.common.util.UriUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.utils.StringUtil;

/**
 * Turns a changed profile into settings of the client. Unchanged fields stay as they are stored; addresses that belong
 * together stay together.
 */
final class ProfileChange {

    /** Keycloak's word for the origins of the redirect URIs. */
    private static final String ORIGINS_OF_REDIRECT_URIS = "+";

    private final ClientModel client;
    private final ApplicationProfile before;
    private final ApplicationProfile after;
    private final boolean moved;

    ProfileChange(ClientModel client, ApplicationProfile after) {
        this.client = client;
        this.before = ApplicationProfile.of(client);
        this.after = after;
        this.moved = !Objects.equals(before.domain(), after.domain());
    }

    /** The members that change, with their new values, for an event. */
    Map<String, Object> changes() {
        Map<String, Object> changes = new LinkedHashMap<>();
        note(changes, ProfileRules.NAME, before.name(), after.name());
        note(changes, ProfileRules.DESCRIPTION, before.description(), after.description());
        note(changes, ProfileRules.DOMAIN, text(before.domain()), text(after.domain()));
        note(changes, ProfileRules.REDIRECT_URIS, before.redirectUris(), after.redirectUris());
        note(
                changes,
                ProfileRules.POST_LOGOUT_REDIRECT_URIS,
                before.postLogoutRedirectUris(),
                after.postLogoutRedirectUris());
        note(changes, "public_client", before.publicClient(), after.publicClient());
        return changes;
    }

    private static void note(Map<String, Object> changes, String member, Object before, Object after) {
        if (!Objects.equals(comparable(before), comparable(after))) {
            changes.put(member, after);
        }
    }

    /** The order of addresses does not matter. */
    private static Object comparable(Object value) {
        return value instanceof Collection<?> lines ? Set.copyOf(lines) : value;
    }

    private static String text(URI address) {
        return address == null ? "" : address.toString();
    }

    void writeTo(ClientRepresentation stored) {
        stored.setName(after.name());
        stored.setDescription(after.description());
        if (moved) {
            move(stored);
        }
        stored.setRedirectUris(redirectUris());
        stored.setWebOrigins(webOrigins());
        stored.getAttributes()
                .put(
                        OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS,
                        PostLogoutUris.of(client).changed(before, after, moved));
        if (before.publicClient() != after.publicClient()) {
            stored.setPublicClient(after.publicClient());
            if (after.publicClient()) {
                stored.setSecret(null);
                stored.getAttributes().put(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD, "S256");
            }
        }
    }

    /** The address is the root URL, and the page to open is below it, unless it is the only one that is there. */
    private void move(ClientRepresentation stored) {
        String root = text(after.domain());
        String page = stored.getBaseUrl();
        boolean onlyPage = before.domain() != null && StringUtil.isBlank(stored.getRootUrl());
        if (!onlyPage) {
            stored.setRootUrl(root);
        }
        if (root.isEmpty()) {
            stored.setBaseUrl("");
        } else if (StringUtil.isBlank(page)) {
            stored.setBaseUrl("/");
        } else if (before.domain() != null && page.startsWith(before.domain().toString())) {
            stored.setBaseUrl(root + page.substring(before.domain().toString().length()));
        }
    }

    private List<String> redirectUris() {
        Map<String, String> asStored = new LinkedHashMap<>();
        client.getRedirectUris()
                .forEach(uri -> asStored.put(ApplicationProfile.complete(client.getRootUrl(), uri), uri));
        return after.redirectUris().stream()
                .map(uri -> moved ? uri : asStored.getOrDefault(uri, uri))
                .toList();
    }

    /** Web origins that came from redirect URIs follow them; those that an administrator added stay. */
    private List<String> webOrigins() {
        Set<String> origins = new TreeSet<>(client.getWebOrigins());
        if (origins.isEmpty()) {
            return after.publicClient() && !before.publicClient() ? List.of(ORIGINS_OF_REDIRECT_URIS) : List.of();
        }
        if (!origins.contains(ORIGINS_OF_REDIRECT_URIS)) {
            Set<String> old = origins(before.redirectUris());
            Set<String> changed = origins(after.redirectUris());
            origins.removeIf(origin -> old.contains(origin) && !changed.contains(origin));
            changed.stream().filter(origin -> !old.contains(origin)).forEach(origins::add);
        }
        return new ArrayList<>(origins);
    }

    private static Set<String> origins(List<String> uris) {
        return uris.stream()
                .filter(uri -> uri.startsWith("https://") || uri.startsWith("http://"))
                .map(UriUtils::getOrigin)
                .collect(Collectors.toSet());
    }
}
