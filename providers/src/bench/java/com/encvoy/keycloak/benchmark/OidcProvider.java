package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import com.encvoy.keycloak.server.DistributionServer;

/**
 * The library that Encvoy ID is built on, {@code oidc-provider} for Node.js, fetched by npm and started with its quick
 * start.
 */
final class OidcProvider implements AutoCloseable {

    /** Its store in memory drops the least recently used entries beyond a thousand. */
    private static final int CODES = 200;

    private static final Path FOLDER = Path.of("target/oidc-provider");

    private final URI url = URI.create("http://localhost:" + DistributionServer.freePort());
    private final Process process;

    OidcProvider() throws IOException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "server.mjs")) {
            try (InputStream content = OidcProvider.class.getResourceAsStream("/oidc-provider/" + file)) {
                Files.copy(content, FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts") != 0) {
            throw new IllegalStateException("npm failed, see " + log());
        }
        process = command(
                        "node",
                        "server.mjs",
                        String.valueOf(url.getPort()),
                        Realms.CLIENT_ID,
                        Realms.SECRET,
                        RelyingApplication.REDIRECT_URI,
                        Provider.PASSWORD)
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> provider() != null);
    }

    /** Whether this machine has Node.js. */
    static boolean isPossible() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Provider provider() throws IOException {
        return new Provider(url, url, Realms.CLIENT_ID, Realms.SECRET, Realms.SCOPE, Realms.PEOPLE, CODES);
    }

    private static int run(String... command) throws IOException {
        return command(command)
                .start()
                .onExit()
                .orTimeout(4, TimeUnit.MINUTES)
                .join()
                .exitValue();
    }

    private static ProcessBuilder command(String... command) {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    private static Path log() {
        return FOLDER.resolve("log.txt");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
