package com.encvoy.keycloak.api.pictures;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.application.picture.ApplicationLogo;
import com.encvoy.keycloak.application.picture.PersonPicture;
import com.encvoy.keycloak.application.picture.Picture;

/**
 * {@code /admin/realms/{realm}/encvoy-pictures}: pictures that an administrator imports. No one may edit the attributes
 * in which the pack keeps pictures of people, so Keycloak's own Admin REST API refuses to change them.
 */
public final class ImportedPicturesResource {

    private static final String PICTURE = "picture";

    /** A picture of 5 MB in Base64. */
    private static final int MAX_LENGTH = Picture.MAX_UPLOAD / 3 * 4 + 4;

    /**
     * The body of a request.
     *
     * @param picture a PNG, JPEG, GIF or BMP in Base64, as uploads are
     */
    public record Upload(String picture) {}

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator permissions;
    private final AdminEventBuilder event;

    ImportedPicturesResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder event) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.event = event;
    }

    /** What would be kept of a person's picture: the values of {@value PersonPicture#IMAGE}. Nothing is stored. */
    @POST
    @Path("people")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, List<String>> person(Upload upload) {
        permissions.users().requireManage();
        return Map.of("image", PersonPicture.parts(read(upload, PersonPicture.SIDE, Picture.Part.MIDDLE)));
    }

    /** What would be kept of a logo, and the {@code v} of its address. Nothing is stored. */
    @POST
    @Path("logos")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> logo(Upload upload) {
        permissions.clients().requireManage();
        Picture logo = read(upload, ApplicationLogo.SIDE, Picture.Part.WHOLE);
        return Map.of(
                "image", Base64.getEncoder().encodeToString(logo.bytes()),
                "version", logo.etag());
    }

    /**
     * Keeps the picture of a person in place of an earlier one. It is served as soon as the attribute
     * {@value PersonPicture#ATTRIBUTE} of the person names its address.
     *
     * @param id the last part of its address, 32 letters and digits that no one can guess
     */
    @PUT
    @Path("people/{user}/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void keep(@PathParam("user") String user, @PathParam("id") String id, Upload upload) {
        UserModel person = manageable(user);
        if (!PersonPicture.isId(id)) {
            throw ApiError.badRequest("id", "The id must be 32 letters and digits.");
        }
        new PersonPicture(person)
                .keep(read(upload, PersonPicture.SIDE, Picture.Part.MIDDLE), PersonPicture.address(session, id));
        announce(person);
    }

    /** Removes the picture. The caller changes the attribute that names its address. */
    @DELETE
    @Path("people/{user}")
    public void forget(@PathParam("user") String user) {
        UserModel person = manageable(user);
        new PersonPicture(person).forget();
        announce(person);
    }

    private UserModel manageable(String id) {
        UserModel person = session.users().getUserById(realm, id);
        if (person == null) {
            permissions.users().requireManage();
            throw new NotFoundException();
        }
        permissions.users().requireManage(person);
        return person;
    }

    private Picture read(Upload upload, int side, Picture.Part part) {
        String text = upload == null || upload.picture() == null ? "" : upload.picture();
        if (text.length() > MAX_LENGTH) {
            throw ApiError.badRequest(PICTURE, "The picture must not be larger than 5 MB.");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            Picture.Upload read = Picture.read(new ByteArrayInputStream(bytes), PICTURE, side, part);
            return read.picture()
                    .orElseThrow(() -> ApiError.badRequest(
                            PICTURE, read.refusal().orElseThrow().description()));
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(PICTURE, "The picture must be in Base64.");
        }
    }

    private void announce(UserModel person) {
        event.operation(OperationType.UPDATE)
                .resource(ResourceType.USER)
                .resourcePath("users", person.getId())
                .success();
    }
}
