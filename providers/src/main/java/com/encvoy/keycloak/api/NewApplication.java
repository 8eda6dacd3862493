package com.encvoy.keycloak.api;

import java.net.URI;
import java.util.regex.Pattern;

import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.Urls;

import com.encvoy.keycloak.application.registration.ApplicationAddress;
import com.encvoy.keycloak.application.registration.ApplicationTemplate;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request to create an application.
 *
 * @param template of the product
 * @param address of the product
 * @param clientId letters, digits, {@code -} and {@code _}; the template's name by default
 */
record NewApplication(ApplicationTemplate template, URI address, String clientId) {

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** @throws jakarta.ws.rs.WebApplicationException 400 if the body is malformed or a value is not allowed */
    static NewApplication parse(String body) {
        JsonNode json = JsonBody.parse(body);
        ApplicationTemplate template = ApplicationTemplate.named(
                        json.path("template").asText(""))
                .orElseThrow(() -> ApiError.badRequest("template must be the name of a template, such as grafana."));
        URI address = ApplicationAddress.parse(json.path("url").asText(""))
                .orElseThrow(() -> ApiError.badRequest(
                        "url must be the https address of the application, such as https://grafana.example.com."));
        String clientId = json.path("client_id").asText(template.id());
        if (!CLIENT_ID.matcher(clientId).matches()) {
            throw ApiError.badRequest("client_id may have 1 to 100 letters, digits, - and _.");
        }
        return new NewApplication(template, address, clientId);
    }

    ClientRepresentation client() {
        return template.client(address, clientId);
    }

    String configuration(KeycloakSession session, String clientSecret) {
        String realm = Urls.realmIssuer(
                session.getContext().getUri().getBaseUri(),
                session.getContext().getRealm().getName());
        return template.configuration(realm, address, clientId, clientSecret);
    }
}
