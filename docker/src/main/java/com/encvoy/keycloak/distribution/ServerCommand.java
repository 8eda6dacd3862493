package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command that starts Keycloak for a trial, with its options and environment variables. */
final class ServerCommand {

    /** Bound to this machine, as the server is. */
    static final String DEBUG_ADDRESS = "127.0.0.1:8787";

    private final Installation installation;
    private final TrialFolder folder;
    private final Secrets secrets;
    private final TrialSettings settings;

    ServerCommand(Installation installation, TrialFolder folder, Secrets secrets, TrialSettings settings) {
        this.installation = installation;
        this.folder = folder;
        this.secrets = secrets;
        this.settings = settings;
    }

    ProcessBuilder builder() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(arguments());
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.merge(
                "JAVA_OPTS_APPEND", String.join(" ", installation.javaOptions()), (own, ours) -> ours + " " + own);
        // Not as options: kc.bat would split the address at each semicolon, and every user can read the options of a
        // process.
        environment.put("KC_DB", "dev-file");
        environment.put("KC_DB_URL", folder.databaseUrl());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", Secrets.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.adminPassword());
        environment.put("SENTRY_CLIENT_ID", SentryClient.ID);
        environment.put("SENTRY_CLIENT_SECRET", secrets.clientSecret());
        environment.put(
                "SENTRY_URL", SentryClient.addressOrDefault(settings.sentry()).toString());
        environment.putAll(themes());
        return builder;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(installation.command().toString(), "start-dev"));
        if (settings.debug()) {
            arguments.addAll(List.of("--debug", DEBUG_ADDRESS));
        }
        // Bound to this machine: it is a trial with the settings of a development server.
        arguments.addAll(List.of("--import-realm", "--http-host=localhost", "--http-port=" + settings.port()));
        return arguments;
    }

    /** A development server has no caches and reads the template again for every page; a trial need not. */
    private Map<String, String> themes() {
        return settings.debug()
                ? Map.of(
                        "KC_SPI_THEME__CACHE_THEMES", "false",
                        "KC_SPI_THEME__CACHE_TEMPLATES", "false",
                        "KC_SPI_THEME__STATIC_MAX_AGE", "-1",
                        "KC_SPI_THEME__FOLDER__DIR", folder.themes().toString())
                : Map.of(
                        "KC_SPI_THEME__CACHE_THEMES", "true",
                        "KC_SPI_THEME__CACHE_TEMPLATES", "true");
    }
}
