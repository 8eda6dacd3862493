package com.encvoy.keycloak.api.pictures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.picture.PersonPicture;

/**
 * {@code pictures/{id}}: the uploaded picture of a person, at an address that applications learn as a claim. They show
 * it in the browsers of others, so it requires no token.
 */
public final class PersonPictureResource {

    /** It never changes, but a person may remove it. */
    private static final String ONE_DAY = "public, max-age=86400, immutable";

    private final KeycloakSession session;
    private final String id;

    public PersonPictureResource(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    public Response get() {
        return PersonPicture.at(session, id)
                .map(picture -> new PictureResponse(session).of(picture, ONE_DAY))
                .orElseThrow(NotFoundException::new);
    }
}
