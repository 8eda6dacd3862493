package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.encvoy.keycloak.command.UserError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A template of an application: a Keycloak client as JSON, and a page with the settings to enter in the application.
 *
 * @param name of the template, which is also the default client ID
 * @param json the client, with the placeholder {@code ${APPLICATION_URL}}
 * @param page Markdown with a section <em>Settings</em>
 */
record ApplicationTemplate(String name, String json, String page) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TYPE = ".json";

    private static final Pattern SETTINGS =
            Pattern.compile("^## Settings\n+(.*?)(?=^## )", Pattern.MULTILINE | Pattern.DOTALL);

    static List<String> names(Checkout checkout) {
        if (!Files.isDirectory(checkout.applications())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(checkout.applications())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(TYPE))
                    .map(file -> file.substring(0, file.length() - TYPE.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UserError if there is no template of this name */
    static ApplicationTemplate named(Checkout checkout, String name) throws IOException {
        if (names(checkout).isEmpty()) {
            throw new UserError("There are no templates here: applications are created from a checkout.");
        }
        if (!names(checkout).contains(name)) {
            throw new UserError(
                    "There is no template " + name + ": choose one of " + String.join(", ", names(checkout)) + ".");
        }
        return new ApplicationTemplate(
                name,
                Files.readString(checkout.applications().resolve(name + TYPE)),
                Files.readString(checkout.applications().resolve(name + ".md")));
    }

    /** The client of one installation. */
    JsonNode client(URI application, String clientId) throws IOException {
        ObjectNode client = (ObjectNode) JSON.readTree(json.replace("${APPLICATION_URL}", application.toString()));
        return client.put("clientId", clientId);
    }

    /** The settings for the application's side, as Markdown. */
    String settings(URI server, URI application, String clientId, String clientSecret) {
        Matcher section = SETTINGS.matcher(page);
        if (!section.find()) {
            throw new UserError("The page of the template " + name + " has no section Settings.");
        }
        String text = section.group(1).strip();
        for (Map.Entry<String, String> value : Map.of(
                        "ENCVOY_URL",
                        server.toString(),
                        "APPLICATION_URL",
                        application.toString(),
                        "CLIENT_ID",
                        clientId,
                        "CLIENT_SECRET",
                        clientSecret)
                .entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
