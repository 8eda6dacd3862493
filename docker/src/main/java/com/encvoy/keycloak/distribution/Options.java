package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;

/**
 * What was asked for on the command line. {@code docker/run} runs this file from source before the long build, which is
 * why it uses no other class of the pack.
 *
 * @param port port of the server, 1 to 65535
 * @param home absolute folder for the server, its data and its secrets
 * @param sentry address of the Sentry installation without a trailing slash, null unless asked for
 * @param help whether only {@link #HELP} is wanted
 */
record Options(int port, Path home, URI sentry, boolean help) {

    static final String HELP = """
            Usage: docker/run [--port PORT] [--home DIR] [--sentry-url URL]
                   docker/run application TEMPLATE --url URL (see docker/run application --help)

            Builds Encvoy ID for Keycloak and runs it on http://localhost:PORT, for trying it out.

              --port PORT       port of the server, default 8080
              --home DIR        folder for the server, its data and its secrets, default .encvoy in the checkout
              --sentry-url URL  address of your Sentry, default http://127.0.0.1:9000
              --help            this text
            """;

    /** Milliseconds; on the own machine a port answers at once or never. */
    private static final int ANSWER_LIMIT = 500;

    /** Checks the arguments and the port. Exits with 1 after one sentence when Keycloak cannot be run that way. */
    public static void main(String[] args) {
        try {
            Options options = parse(Path.of(".encvoy"), args);
            if (options.help()) {
                System.out.print(HELP);
            } else {
                options.requireFreePort();
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * @param defaultHome folder to use where none is asked for
     * @throws IllegalArgumentException with one sentence for the person at the terminal
     */
    static Options parse(Path defaultHome, String... args) {
        int port = 8080;
        Path home = defaultHome;
        URI sentry = null;
        for (int i = 0; i < args.length; i++) {
            String option = args[i];
            switch (option) {
                case "--port" -> port = port(value(args, ++i));
                case "--home" -> home = Path.of(value(args, ++i));
                case "--sentry-url" ->
                    sentry = address("The address of Sentry", "https://sentry.example.com", value(args, ++i));
                case "--help" -> {
                    return new Options(port, home, sentry, true);
                }
                default ->
                    throw new IllegalArgumentException("There is no option " + option + ": see docker/run --help.");
            }
        }
        return new Options(port, home.toAbsolutePath().normalize(), sentry, false);
    }

    static String value(String[] args, int i) {
        if (i == args.length || args[i].isBlank() || args[i].startsWith("--")) {
            throw new IllegalArgumentException("The option " + args[i - 1] + " needs a value: see docker/run --help.");
        }
        return args[i];
    }

    private static int port(String value) {
        if (value.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw new IllegalArgumentException("The port must be a number from 1 to 65535, not " + value + ".");
    }

    /** An address without a trailing slash. */
    static URI address(String what, String example, String value) {
        if (value.matches("https?://([\\w.-]+|\\[[0-9a-fA-F:]+])(:[0-9]+)?(/[\\w.~/-]*)?")) {
            return URI.create(value.replaceAll("/+$", ""));
        }
        throw new IllegalArgumentException(what + " must look like " + example + ", not " + value + ".");
    }

    /** Address of the server, without a trailing slash. */
    URI server() {
        return URI.create("http://localhost:" + port);
    }

    /** @throws IllegalArgumentException with one sentence when Keycloak could not listen on the port */
    void requireFreePort() {
        try {
            for (InetAddress localhost : InetAddress.getAllByName("localhost")) {
                if (answers(new InetSocketAddress(localhost, port))) {
                    throw unusable("something else listens there");
                }
            }
            new ServerSocket(port, 1, InetAddress.getByName("localhost")).close();
        } catch (IOException e) {
            throw unusable(e.getMessage());
        }
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, ANSWER_LIMIT);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private IllegalArgumentException unusable(String reason) {
        return new IllegalArgumentException(
                "Port " + port + " cannot be used (" + reason + "): free it or choose another one with --port.");
    }
}
