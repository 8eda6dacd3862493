package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

/** The client of the realm that Sentry signs in with. */
final class SentryClient {

    static final String ID = "sentry";

    private static final URI DEFAULT_ADDRESS = URI.create("http://127.0.0.1:9000");

    private SentryClient() {}

    static URI addressOrDefault(URI address) {
        return Objects.requireNonNullElse(address, DEFAULT_ADDRESS);
    }

    /**
     * Sets the addresses as the realm file does; Keycloak keeps all other fields.
     *
     * @return false if the client was deleted, or Keycloak refuses
     */
    static boolean move(AdminApi admin, URI address) throws IOException, InterruptedException {
        JsonNode id = admin.get("/clients?clientId=" + ID).path(0).path("id");
        Map<String, Object> addresses = Map.of(
                "clientId",
                ID,
                "rootUrl",
                address.toString(),
                "baseUrl",
                address + "/",
                "redirectUris",
                List.of(address + "/auth/sso/", address + "/auth/sso"),
                "webOrigins",
                List.of(address.getScheme() + "://" + address.getRawAuthority()));
        return id.isTextual()
                && admin.put("/clients/" + id.textValue(), addresses).statusCode() == AdminApi.UPDATED;
    }
}
