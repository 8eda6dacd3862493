package com.encvoy.keycloak.movein.decision;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

import com.encvoy.keycloak.command.UserError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The file in which a person decides. It holds names and addresses of people, but no secret; only its owner may read
 * it.
 */
public final class DecisionFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final String[] EXPLANATION = {
        "Write a decision for each conflict: ok to accept the proposal, one of the choices, or = followed by a value.",
        "Write root as the issuer of each application that compares the issuer with the bare address of the server.",
        "Then run move-in again with this file. Your decisions are kept when the file is rewritten."
    };

    private final Path path;

    public DecisionFile(Path path) {
        this.path = path;
    }

    /**
     * The decisions of the file, none if there is no file.
     *
     * @throws UserError if a person who edited it made a mistake
     * @throws IOException if it cannot be read
     */
    public Decisions read(boolean acceptsProposals) throws IOException {
        if (!Files.exists(path)) {
            return new Decisions(Map.of(), Map.of(), acceptsProposals);
        }
        JsonNode file = content();
        return new Decisions(
                texts(file.path("conflicts"), "decision"),
                texts(file.path("applications"), "issuer"),
                acceptsProposals);
    }

    private JsonNode content() throws IOException {
        try {
            JsonNode file = JSON.readTree(path.toFile());
            if (file.isObject()) {
                return file;
            }
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new UserError(unusable(" is not JSON" + where));
        }
        throw new UserError(unusable(" is not a JSON object"));
    }

    private String unusable(String why) {
        return "The file of decisions " + path + why + ": correct it, or move it away to start over. Nothing was"
                + " written.";
    }

    private Map<String, String> texts(JsonNode entries, String member) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            JsonNode text = entry.getValue().path(member);
            if (!text.isTextual()) {
                throw new UserError(unusable(" has no text as " + member + " of " + entry.getKey()));
            }
            texts.put(entry.getKey(), text.textValue().strip());
        }
        return texts;
    }

    /**
     * Writes the conflicts of a run with what was decided so far, in place of the file as a whole.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Decisions decisions) throws IOException {
        ObjectNode file = JSON.createObjectNode();
        for (String line : EXPLANATION) {
            file.withArray("/explanation").add(line);
        }
        ObjectNode conflicts = file.putObject("conflicts");
        decisions.conflicts().values().forEach(conflict -> {
            ObjectNode entry = conflicts.putObject(conflict.key());
            entry.put("conflict", conflict.sentence());
            conflict.choices().forEach(entry.putArray("choices")::add);
            entry.put("proposal", conflict.proposal());
            entry.put("decision", decisions.decisionOf(conflict.key()));
        });
        decisions
                .unused()
                .forEach((key, decision) -> conflicts
                        .putObject(key)
                        .put("conflict", "There was no such conflict in the last run.")
                        .put("decision", decision));
        ObjectNode applications = file.putObject("applications");
        decisions
                .applications()
                .forEach((clientId, name) ->
                        applications.putObject(clientId).put("name", name).put("issuer", decisions.issuerOf(clientId)));
        Path folder = path.toAbsolutePath().getParent();
        Path written = Files.createTempFile(folder, ".decisions", ".json", ownerOnly());
        Files.write(written, JSON.writeValueAsBytes(file));
        Files.move(written, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
