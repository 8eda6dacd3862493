package com.encvoy.keycloak.api.pictures;

import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.application.picture.ApplicationLogo;
import com.encvoy.keycloak.application.picture.Picture;
import com.encvoy.keycloak.application.picture.RealmLogo;

/**
 * {@code …/avatar}: the uploaded logo of an application or of the realm, for the pages on which people sign in;
 * requires no token.
 */
public final class LogoResource {

    private static final String ONE_YEAR = "public, max-age=31536000, immutable";

    private final KeycloakSession session;
    private final Optional<Picture> logo;

    private LogoResource(KeycloakSession session, Optional<Picture> logo) {
        this.session = session;
        this.logo = logo;
    }

    public static LogoResource ofRealm(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return new LogoResource(
                session,
                Optional.of(realm)
                        .filter(RealmModel::isEnabled)
                        .flatMap(known -> new RealmLogo(session, known).picture()));
    }

    /** @param clientId of an application; if there is none, it has no logo */
    public static LogoResource ofApplication(KeycloakSession session, String clientId) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = realm.isEnabled() ? realm.getClientByClientId(clientId) : null;
        return new LogoResource(
                session, Optional.ofNullable(client).flatMap(known -> new ApplicationLogo(session, known).picture()));
    }

    /** @param version the {@code v} of the address that the settings name: it is another one for each picture */
    @GET
    public Response get(@QueryParam("v") String version) {
        Picture picture = logo.orElseThrow(NotFoundException::new);
        return new PictureResponse(session).of(picture, picture.etag().equals(version) ? ONE_YEAR : "no-cache");
    }
}
