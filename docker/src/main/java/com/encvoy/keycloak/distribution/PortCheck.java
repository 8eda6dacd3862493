package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Tells whether Keycloak can listen on a port of this machine. {@code docker/run} runs this file from source before the
 * long build, which is why it uses neither libraries nor other classes of the pack.
 */
final class PortCheck {

    private static final String OPTION = "--port";
    private static final int DEFAULT = 8080;
    private static final int LAST = 65_535;

    /** Milliseconds; a port of the same machine answers at once or never. */
    private static final int ANSWER_LIMIT = 500;

    private PortCheck() {}

    /** Exits with 1 after one sentence if the port on the command line cannot be used. */
    public static void main(String[] args) {
        try {
            requireFree(port(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** @throws IllegalArgumentException with one sentence if the value is not a port number */
    static int port(String... args) {
        int port = DEFAULT;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                port = number(args[i].substring(OPTION.length() + 1));
            } else if (args[i].equals(OPTION)) {
                port = number(i + 1 < args.length ? args[i + 1] : "");
            }
        }
        return port;
    }

    private static int number(String text) {
        if (!isNumber(text)) {
            throw new IllegalArgumentException(
                    "The option --port must be a number from 1 to 65535: see docker/run --help.");
        }
        return Integer.parseInt(text);
    }

    static boolean isNumber(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LAST;
    }

    /** @throws IllegalArgumentException with one sentence if Keycloak could not listen on the port */
    static void requireFree(int port) {
        try {
            for (InetAddress localhost : InetAddress.getAllByName("localhost")) {
                if (answers(new InetSocketAddress(localhost, port))) {
                    throw unusable(port, "something else listens there");
                }
            }
            new ServerSocket(port, 1, InetAddress.getByName("localhost")).close();
        } catch (IOException e) {
            throw unusable(port, e.getMessage());
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

    private static IllegalArgumentException unusable(int port, String reason) {
        return new IllegalArgumentException(
                "Port " + port + " cannot be used (" + reason + "): free it or choose another one with --port.");
    }
}
