package com.encvoy.keycloak.movein;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import com.encvoy.keycloak.admin.AdminClient;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.command.AddressConverter;
import com.encvoy.keycloak.movein.mapping.SigningKeys;
import com.encvoy.keycloak.movein.picture.PictureFolder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** The options that say what else is brought, and where people will find it. */
final class MoveInOptions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_DAYS = 90;

    @Option(
            names = "--address",
            paramLabel = "URL",
            converter = AddressConverter.class,
            description = "address at which people will reach Keycloak, default the one that the realm names")
    private URI address;

    @Option(
            names = "--pictures",
            paramLabel = "FOLDER|URL",
            description = "folder public/images of the backend: the realm keeps its pictures of people and"
                    + " applications from now on; or an https address at which you continue to serve the folder")
    private String pictures;

    @Option(
            names = "--jwks",
            paramLabel = "FILE",
            description = "jwks.json of Encvoy ID; the realm continues to publish its keys")
    private Path jwks;

    @Option(
            names = "--invitation-days",
            paramLabel = "DAYS",
            description = "days for which open invitations remain valid, 1 to 90, default ${DEFAULT-VALUE}")
    private int invitationDays = 14;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /**
     * @param server address of the server, where the realm names no other
     * @throws IOException if a file cannot be read
     * @throws ParameterException if an option is wrong
     */
    MoveInSettings settings(AdminClient client, String realm, URI server) throws IOException {
        if (invitationDays < 1 || invitationDays > MOST_DAYS) {
            throw wrong("The option --invitation-days must be a number from 1 to " + MOST_DAYS);
        }
        String served = served();
        PictureFolder folder = pictures == null || served != null ? null : folder();
        JsonNode keys = keys();
        URI reached = address == null ? named(client, realm, server) : address;
        if (folder != null && !isShown(reached)) {
            throw wrong("Browsers show only pictures with an https address: name the server's https address with"
                    + " --address");
        }
        return new MoveInSettings(reached, served, folder, keys, invitationDays);
    }

    private String served() {
        if (pictures == null || !pictures.matches("https?://.*")) {
            return null;
        }
        try {
            return new AddressConverter().convert(pictures).toString();
        } catch (TypeConversionException e) {
            throw new ParameterException(spec.commandLine(), "The option --pictures " + e.getMessage(), e);
        }
    }

    private PictureFolder folder() {
        return PictureFolder.of(Path.of(pictures))
                .orElseThrow(() -> wrong("The option --pictures must name the folder public/images of the backend, with"
                        + " its folders profile or client, or an address like https://old.example.com/images"));
    }

    /** The user profile of the pack accepts no other. */
    private static boolean isShown(URI address) {
        return address.getScheme().equals("https") || address.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]");
    }

    private static URI named(AdminClient client, String realm, URI server) {
        String issuer = client.send(
                        "GET", "/realms/" + AdminRealm.encoded(realm) + "/.well-known/openid-configuration", null)
                .body()
                .path("issuer")
                .asText("");
        return issuer.matches("https?://[^/]+.*/realms/[^/]+")
                ? URI.create(issuer.replaceFirst("/realms/[^/]+$", ""))
                : server;
    }

    private JsonNode keys() throws IOException {
        if (jwks == null) {
            return null;
        }
        try {
            JsonNode read = JSON.readTree(jwks.toFile());
            SigningKeys.components(read);
            return read;
        } catch (JsonProcessingException e) {
            // Its message may quote the file.
            throw wrong("The file of --jwks is not JSON");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "The file of --jwks " + e.getMessage(), e);
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
