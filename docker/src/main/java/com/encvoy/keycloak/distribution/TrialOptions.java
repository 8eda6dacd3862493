package com.encvoy.keycloak.distribution;

import java.net.URI;
import java.nio.file.Path;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The options that select a trial. */
final class TrialOptions {

    private final Path defaultFolder;

    @Option(
            names = "--port",
            scope = ScopeType.INHERIT,
            paramLabel = "PORT",
            converter = PortConverter.class,
            description = "port of the server, default 8080")
    private int port = 8080;

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "folder for the server, its data and its secrets, default .encvoy in the checkout")
    private Path folder;

    /** @param defaultFolder used unless the command line names another one */
    TrialOptions(Path defaultFolder) {
        this.defaultFolder = defaultFolder;
    }

    int port() {
        return port;
    }

    Path folder() {
        return (folder == null ? defaultFolder : folder).toAbsolutePath().normalize();
    }

    /** Address of the server, without a trailing slash. */
    URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Reads a port number. */
    private static final class PortConverter implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            if (!PortCheck.isNumber(value)) {
                throw new TypeConversionException("must be a number from 1 to 65535");
            }
            return Integer.valueOf(value);
        }
    }
}
