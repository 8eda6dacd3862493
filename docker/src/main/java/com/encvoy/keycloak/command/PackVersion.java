package com.encvoy.keycloak.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the pack to which this command belongs. */
public final class PackVersion {

    public static final String VERSION = read();

    private PackVersion() {}

    private static String read() {
        try (InputStream file = PackVersion.class.getResourceAsStream("pack.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
