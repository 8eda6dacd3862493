package com.encvoy.keycloak.api.pictures;

import java.util.Arrays;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.picture.Picture;

/** A picture as it is served: never anything but a picture, and not sent again to a browser that has it. */
final class PictureResponse {

    private final KeycloakSession session;

    PictureResponse(KeycloakSession session) {
        this.session = session;
    }

    /** @param keep for how long, as value of {@code Cache-Control} */
    Response of(Picture picture, String keep) {
        Response.ResponseBuilder response =
                isKnown(picture.etag()) ? Response.notModified() : Response.ok(picture.bytes(), picture.mediaType());
        return response.tag(new EntityTag(picture.etag()))
                .header(HttpHeaders.CACHE_CONTROL, keep)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    private boolean isKnown(String etag) {
        return session
                .getContext()
                .getHttpRequest()
                .getHttpHeaders()
                .getRequestHeader(HttpHeaders.IF_NONE_MATCH)
                .stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.replaceFirst("^W/", "").equals('"' + etag + '"'));
    }
}
