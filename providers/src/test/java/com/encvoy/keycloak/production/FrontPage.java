package com.encvoy.keycloak.production;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

import com.encvoy.keycloak.server.Pack;

/** The README, as far as shells are concerned. */
final class FrontPage {

    private static final Pattern BLOCK = Pattern.compile("^ *```sh\\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Runs the tests, among them those that run the other blocks. */
    private static final String TESTS = "./mvnw verify";

    private FrontPage() {}

    /** Every block of commands except the one that runs the tests, in the order of the page. */
    static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Pack.file("README.md")))
                .results()
                .map(block -> block.group(1).strip())
                .filter(block -> !block.equals(TESTS))
                .toList();
    }

    /** The address of the only link that starts like this. */
    static String link(String start) throws IOException {
        List<String> found = Pattern.compile("[(<](" + Pattern.quote(start) + "[^)>\\s]*)[)>]")
                .matcher(Files.readString(Pack.file("README.md")))
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("The links that start with " + start + ": " + found);
        }
        return found.get(0);
    }
}
