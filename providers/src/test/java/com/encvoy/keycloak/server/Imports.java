package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The realm files that the server imports at its start, all of them the shipped JSON (as {@link Pack#quietRealm}). To
 * show the result of setting fewer variables, its copies name variables that are never set.
 */
public final class Imports {

    /** Every variable is set. */
    public static final String ALL_VARIABLES = "encvoy";

    /** Only the secret is set. */
    public static final String SECRET_ONLY = "encvoy-secret-only";

    /** No variable is set. */
    public static final String NO_VARIABLE = "encvoy-no-variable";

    /**
     * The clients that the start warns of: one that restricts access but lacks the mapper, and one whose tokens carry
     * all roles.
     */
    private static final String CARELESS_CLIENTS = """
            "clients": [
                { "clientId": "restricting", "publicClient": true, "fullScopeAllowed": false,
                  "defaultClientScopes": ["basic"],
                  "attributes": { "encvoy.authorize_only_employees": "true" } },
                { "clientId": "wide", "publicClient": true, "fullScopeAllowed": true,
                  "defaultClientScopes": ["basic", "encvoy"] },
            """;

    private Imports() {}

    private static final class Written {

        private static final Path FOLDER = write(Pack.target().resolve("imports"));
    }

    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ALL_VARIABLES, Pack.quietRealm());
        files.put(
                SECRET_ONLY,
                named(SECRET_ONLY)
                        .replace("${SENTRY_", "${UNSET_")
                        .replace("${UNSET_CLIENT_SECRET", "${SENTRY_CLIENT_SECRET"));
        files.put(
                NO_VARIABLE,
                named(NO_VARIABLE).replace("${SENTRY_", "${UNSET_").replace("\"clients\": [\n", CARELESS_CLIENTS));
        return files;
    }

    /** The folder with the files, written once per run. */
    public static Path folder() {
        return Written.FOLDER;
    }

    private static Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files().entrySet()) {
                Files.writeString(folder.resolve(file.getKey() + "-realm.json"), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(String realm) {
        return Pack.quietRealm().replace("\"realm\": \"encvoy\"", "\"realm\": \"" + realm + "\"");
    }
}
