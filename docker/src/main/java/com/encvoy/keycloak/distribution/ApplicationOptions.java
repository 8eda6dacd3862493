package com.encvoy.keycloak.distribution;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for after {@code docker/run application}.
 *
 * @param template name of the template
 * @param application address of the application without a trailing slash
 * @param clientId client ID, letters, digits, {@code -} and {@code _}, as in Encvoy ID
 * @param server port and folder of the trial
 */
record ApplicationOptions(String template, URI application, String clientId, Options server) {

    static final String COMMAND = "application";

    static final String HELP = """
            Usage: docker/run application TEMPLATE --url URL [--client-id ID] [--port PORT] [--home DIR]

            Creates an application in the trial that runs, and prints what has to be entered on its side.

              TEMPLATE        %s
              --url URL       address of the application, such as https://grafana.example.com
              --client-id ID  client ID, default the name of the template
              --port PORT     port of the trial, default 8080
              --home DIR      folder of the trial, default .encvoy in the checkout
              --help          this text
            """;

    /**
     * @param defaultHome folder to use where none is asked for
     * @param args what follows {@link #COMMAND}
     * @throws IllegalArgumentException with one sentence for the person at the terminal
     */
    static ApplicationOptions parse(Path defaultHome, String... args) {
        String template = null;
        URI application = null;
        String clientId = null;
        List<String> server = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--url" ->
                    application = Options.address(
                            "The address of the application", "https://grafana.example.com", Options.value(args, ++i));
                case "--client-id" -> clientId = clientId(Options.value(args, ++i));
                case "--port", "--home" -> server.addAll(List.of(args[i], Options.value(args, ++i)));
                default -> {
                    if (args[i].startsWith("-") || template != null) {
                        throw new IllegalArgumentException(
                                "There is no option " + args[i] + ": see docker/run application --help.");
                    }
                    template = args[i];
                }
            }
        }
        if (template == null || application == null) {
            throw new IllegalArgumentException("A template and --url are needed: see docker/run application --help.");
        }
        return new ApplicationOptions(
                template,
                application,
                clientId == null ? template : clientId,
                Options.parse(defaultHome, server.toArray(String[]::new)));
    }

    private static String clientId(String value) {
        if (!value.matches("[A-Za-z0-9_-]{1,255}")) {
            throw new IllegalArgumentException("The client ID may have letters, digits, - and _, not " + value + ".");
        }
        return value;
    }
}
