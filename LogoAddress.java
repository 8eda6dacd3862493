package com.encvoy.keycloak.application.picture;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.keycloak.common.util.Encode;
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
        return server + "/realms/" + Encode.encodePathSegmentAsIs(realm.getName()) + "/api/"
                + Arrays.stream(segments).map(Encode::encodePathSegmentAsIs).collect(Collectors.joining("/"))
                + "?v=" + picture.etag();
    }
}
