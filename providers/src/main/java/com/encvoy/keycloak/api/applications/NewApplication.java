package com.encvoy.keycloak.api.applications;

import java.util.List;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.JsonBody;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ClientCreation;
import com.encvoy.keycloak.application.registration.ApplicationAddress;
import com.encvoy.keycloak.application.registration.ApplicationTemplate;

/** A request to create an application: of a product that has a template, or of any other with a profile. */
interface NewApplication {

    ClientCreation.Result create(KeycloakSession session, Caller caller);

    /** @throws jakarta.ws.rs.WebApplicationException 400 if the body is malformed */
    static NewApplication parse(String body) {
        return JsonBody.parse(body).has("template")
                ? ofTemplate(JsonBody.of(body, "template", "url", "client_id"))
                : ofProfile(JsonBody.of(body, ProfileBody.MEMBERS));
    }

    private static NewApplication ofTemplate(JsonBody body) {
        ApplicationTemplate template = ApplicationTemplate.named(body.requiredText("template"))
                .orElseThrow(() ->
                        ApiError.badRequest("template", "template must be the name of a template, such as grafana."));
        String address = body.requiredText("url");
        String clientId = body.text("client_id");
        return (session, caller) -> new ClientCreation(session)
                .create(caller, template, ApplicationAddress.parse(address).orElse(null), clientId);
    }

    private static NewApplication ofProfile(JsonBody body) {
        ApplicationProfile profile = ProfileBody.changed(
                body, new ApplicationProfile("", "", null, List.of(), List.of(), false), ClientKind.WITH_SECRET);
        return (session, caller) -> new ClientCreation(session).create(caller, profile);
    }
}
