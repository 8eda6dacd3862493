package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A folder of themes whose files are links to the sources in the checkout. Keycloak prefers it to the JARs, and with
 * its caches switched off reads the files again for every page.
 *
 * <p>Keycloak reads theme resources, which belong to every theme, from JARs only. Here they are a theme of their own,
 * the parent of ours, with our parent as its parent. That changes their priority, which has no effect: all their names
 * begin with encvoy.
 */
final class LinkedThemes {

    private static final String THEME = "encvoy";
    private static final String RESOURCES = "encvoy-theme-resources";

    private static final String PROPERTIES = "theme.properties";
    private static final String PARENT = "parent";

    private final Checkout checkout;
    private final Path folder;

    LinkedThemes(Checkout checkout, Path folder) {
        this.checkout = checkout;
        this.folder = folder;
    }

    /** Creates the links again, because files may have been added or removed. */
    void link() throws IOException {
        Archive.delete(folder);
        try (Stream<Path> types = Files.list(checkout.theme())) {
            for (Path type : (Iterable<Path>) types::iterator) {
                linkType(type);
            }
        }
    }

    private void linkType(Path type) throws IOException {
        Path theme = Files.createDirectories(folder.resolve(THEME).resolve(type.getFileName()));
        linkContents(type, theme);
        String properties = Files.readString(type.resolve(PROPERTIES));
        Files.writeString(theme.resolve(PROPERTIES), properties + "\n" + PARENT + "=" + RESOURCES + "\n");

        Path resources = Files.createDirectories(folder.resolve(RESOURCES).resolve(type.getFileName()));
        linkContents(checkout.themeResources().resolve("templates"), resources);
        for (String part : new String[] {"messages", "resources"}) {
            Files.createSymbolicLink(
                    resources.resolve(part), checkout.themeResources().resolve(part));
        }
        Files.writeString(resources.resolve(PROPERTIES), PARENT + "=" + parent(type) + "\n");
    }

    private static String parent(Path type) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(type.resolve(PROPERTIES))) {
            properties.load(reader);
        }
        return properties.getProperty(PARENT, "base");
    }

    private static void linkContents(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!file.endsWith(PROPERTIES)) {
                    Files.createSymbolicLink(target.resolve(file.getFileName()), file);
                }
            }
        }
    }
}
