package com.encvoy.keycloak.application.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.util.JsonSerialization;

/** The products that have a template: a client, and the configuration to paste into the product. */
public enum ApplicationTemplate {
    GITLAB,
    GRAFANA,
    MOODLE,
    NEXTCLOUD,
    ROCKET_CHAT,
    SENTRY;

    /** Client attribute with the {@link #id()} of the template that the client was made from. */
    private static final String ATTRIBUTE = "encvoy.template";

    /** The name of its files in {@code realm-config/applications}, and the default client ID. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ApplicationTemplate> named(String id) {
        return Arrays.stream(values())
                .filter(template -> template.id().equals(id))
                .findFirst();
    }

    /** The template that a client was made from; empty for an application that is not one of the products. */
    public static Optional<ApplicationTemplate> of(ClientModel client) {
        return named(client.getAttribute(ATTRIBUTE));
    }

    /**
     * The client of one installation.
     *
     * @param address of the product, without a trailing slash; checked by {@link ApplicationAddress}
     */
    public ClientRepresentation client(URI address, String clientId) {
        try {
            ClientRepresentation client = JsonSerialization.readValue(
                    json().replace("${APPLICATION_URL}", address.toString()), ClientRepresentation.class);
            client.setClientId(clientId);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The configuration to paste into the product, as Markdown.
     *
     * @param server its public address, without the path {@code /api/oidc}
     */
    public String configuration(String server, URI address, String clientId, String clientSecret) {
        return SettingsPage.named(id())
                .section("Settings")
                .filled(Map.of(
                        "ENCVOY_URL", server,
                        "APPLICATION_URL", address.toString(),
                        "CLIENT_ID", clientId,
                        "CLIENT_SECRET", clientSecret));
    }

    private String json() {
        try (InputStream file = ApplicationTemplate.class.getResourceAsStream("templates/" + id() + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
