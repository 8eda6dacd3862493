package com.encvoy.keycloak.server.editing;

import java.io.InputStream;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AppAuthManager;

import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.application.editing.ApplicationEditor;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ApplicationVersion;
import com.encvoy.keycloak.application.editing.ClientCreation;
import com.encvoy.keycloak.application.editing.ClientDeletion;
import com.encvoy.keycloak.application.editing.ClientSecret;
import com.encvoy.keycloak.application.editing.RealmEditor;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.application.editing.Trust;
import com.encvoy.keycloak.application.picture.ApplicationLogo;
import com.encvoy.keycloak.application.picture.Picture;
import com.encvoy.keycloak.application.picture.RealmLogo;
import com.encvoy.keycloak.application.registration.ApplicationTemplate;

/** Answers with what was made, {@code done}, or the codes of the refusals. */
@Produces(MediaType.TEXT_PLAIN)
public final class EditingResource {

    private final KeycloakSession session;

    EditingResource(KeycloakSession session) {
        this.session = session;
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    private Caller caller() {
        return Caller.withToken(session, new AppAuthManager.BearerTokenAuthenticator(session).authenticate());
    }

    private ClientModel client(String clientId) {
        return realm().getClientByClientId(clientId);
    }

    private static String told(List<Refusal> refusals, String otherwise) {
        return refusals.isEmpty()
                ? otherwise
                : String.join(" ", refusals.stream().map(Refusal::code).toList());
    }

    @POST
    @Path("templates/{template}")
    public String create(
            @PathParam("template") String template, @QueryParam("url") URI url, @QueryParam("id") String id) {
        ClientCreation.Result result = new ClientCreation(session)
                .create(caller(), ApplicationTemplate.named(template).orElseThrow(), url, id);
        return told(
                result.refusals(), result.client().map(ClientModel::getClientId).orElse(""));
    }

    @POST
    @Path("profiles/{name}")
    public String create(
            @PathParam("name") String name,
            @QueryParam("domain") String domain,
            @QueryParam("uri") List<String> uris,
            @QueryParam("public") boolean isPublic) {
        ClientCreation.Result result = new ClientCreation(session)
                .create(
                        caller(),
                        new ApplicationProfile(
                                name, "", ApplicationProfile.address(domain), uris, List.of(), isPublic));
        return told(
                result.refusals(), result.client().map(ClientModel::getClientId).orElse(""));
    }

    @POST
    @Path("versions/{client}")
    public String version(@PathParam("client") String clientId) {
        return ApplicationVersion.of(client(clientId));
    }

    /** Changes the name, the redirect URIs, the kind, and the contact. */
    @PUT
    @Path("profiles/{client}")
    public String save(
            @PathParam("client") String clientId,
            @QueryParam("name") String name,
            @QueryParam("uri") List<String> uris,
            @QueryParam("public") boolean isPublic,
            @QueryParam("contact") String contact,
            @QueryParam("ttl") String ttl,
            @QueryParam("version") String version) {
        ClientModel client = client(clientId);
        ApplicationProfile current = ApplicationProfile.of(client);
        return told(
                new ApplicationEditor(session, client)
                        .save(
                                caller(),
                                new ApplicationProfile(
                                        name,
                                        current.description(),
                                        current.domain(),
                                        uris.isEmpty() ? current.redirectUris() : uris,
                                        current.postLogoutRedirectUris(),
                                        isPublic),
                                Map.of(
                                        "encvoy.contact",
                                                Optional.ofNullable(contact).orElse(""),
                                        "encvoy.access_token_ttl",
                                                Optional.ofNullable(ttl).orElse("")),
                                version),
                "done");
    }

    @POST
    @Path("secrets/{client}")
    public String rotate(@PathParam("client") String clientId) {
        ClientSecret.Rotation rotation = new ClientSecret(session).rotate(caller(), client(clientId));
        return told(
                rotation.refusals(),
                rotation.oldWorksUntil()
                        .map(until -> "until " + until.getEpochSecond())
                        .orElse("done"));
    }

    @POST
    @Path("trust/{client}")
    public String trust(@PathParam("client") String clientId) {
        return told(new Trust(session).grant(caller(), client(clientId), null), "done");
    }

    @DELETE
    @Path("clients/{client}")
    public String delete(@PathParam("client") String clientId) {
        return told(new ClientDeletion(session).delete(caller(), client(clientId)), "done");
    }

    @PUT
    @Path("realm")
    public String realm(@QueryParam("key") String key, @QueryParam("value") String value) {
        return told(
                new RealmEditor(session, realm())
                        .save(caller(), Collections.singletonMap(key, value), ApplicationVersion.of(realm())),
                "done");
    }

    /** @param clientId {@code -} for the realm */
    @PUT
    @Path("logos/{client}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public String logo(@PathParam("client") String clientId, InputStream upload) {
        Picture.Upload read = Picture.read(upload, "picture", 128, Picture.Part.WHOLE);
        if (read.picture().isEmpty()) {
            return read.refusal().orElseThrow().code();
        }
        if (clientId.equals("-")) {
            new RealmLogo(session, realm()).save(caller(), read.picture().get());
            return realm().getAttribute("encvoy.avatar");
        }
        new ApplicationLogo(session, client(clientId))
                .save(caller(), read.picture().get());
        return client(clientId).getAttribute("encvoy.avatar");
    }
}
