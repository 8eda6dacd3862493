package com.encvoy.keycloak.application.registration;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

/** What to paste into an application so that it signs people in here. */
public final class ApplicationConfiguration {

    /** Stands for a secret that is not shown. */
    public static final String HIDDEN_SECRET = "<client secret>";

    private static final String OTHER = "other";

    private ApplicationConfiguration() {}

    /**
     * The configuration, as Markdown: of its product, or for any other application the addresses and names it needs.
     *
     * @param server its public address, without the path {@code /api/oidc}
     * @param secret empty if it is not to be shown, or there is none
     */
    public static String of(KeycloakSession session, ClientModel client, String server, Optional<String> secret) {
        Optional<ApplicationTemplate> template = ApplicationTemplate.of(client);
        Optional<URI> address = ApplicationAddress.parse(client.getRootUrl());
        if (template.isPresent() && address.isPresent()) {
            return template.get()
                    .configuration(server, address.get(), client.getClientId(), secret.orElse(HIDDEN_SECRET));
        }
        String redirects =
                RedirectUtils.resolveValidRedirects(session, client.getRootUrl(), client.getRedirectUris()).stream()
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return SettingsPage.named(OTHER)
                .section(client.isPublicClient() ? "Settings without a secret" : "Settings")
                .filled(Map.of(
                        "ENCVOY_URL",
                        server,
                        "CLIENT_ID",
                        client.getClientId(),
                        "CLIENT_SECRET",
                        secret.orElse(HIDDEN_SECRET),
                        "REDIRECT_URIS",
                        redirects));
    }
}
