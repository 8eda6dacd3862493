package com.encvoy.keycloak.application.picture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** The path at which a logo is served: another one for each picture, so that browsers may keep it. */
final class LogoAddress {

    private LogoAddress() {}

    /** @param segments of the path below {@code /realms/{realm}/api} */
    static String of(KeycloakSession session, RealmModel realm, Picture picture, String... segments) {
        String server = session.getContext()
                .getUri(UrlType.FRONTEND)
                .getBaseUri()
                .getRawPath()
                .replaceFirst("/+$", "");
        return server + "/realms/" + encoded(realm.getName()) + "/api/"
                + Arrays.stream(segments).map(LogoAddress::encoded).collect(Collectors.joining("/"))
                + "?v=" + picture.etag();
    }

    /** Everything but letters, digits and a few signs, as the setting allows no more in a path. */
    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
