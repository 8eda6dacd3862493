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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern SETTINGS =
            Pattern.compile("^## Settings\n+(.*?)(?=^## )", Pattern.MULTILINE | Pattern.DOTALL);

    /** The name of its files in {@code realm-config/applications}, and the default client ID. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ApplicationTemplate> named(String id) {
        return Arrays.stream(values())
                .filter(template -> template.id().equals(id))
                .findFirst();
    }

    /**
     * The client of one installation.
     *
     * @param address of the product, without a trailing slash; checked by {@link ApplicationAddress}
     */
    public ClientRepresentation client(URI address, String clientId) {
        try {
            ClientRepresentation client = JsonSerialization.readValue(
                    read(".json").replace("${APPLICATION_URL}", address.toString()), ClientRepresentation.class);
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
        Matcher section = SETTINGS.matcher(read(".md"));
        if (!section.find()) {
            throw new IllegalStateException("The page of the template " + id() + " has no section Settings.");
        }
        String text = section.group(1).strip();
        for (Map.Entry<String, String> value : Map.of(
                        "ENCVOY_URL", server,
                        "APPLICATION_URL", address.toString(),
                        "CLIENT_ID", clientId,
                        "CLIENT_SECRET", clientSecret)
                .entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private String read(String suffix) {
        try (InputStream file = ApplicationTemplate.class.getResourceAsStream("templates/" + id() + suffix)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
