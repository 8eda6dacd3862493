package com.encvoy.keycloak.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/**
 * The log line at the start of the server that names the native libraries in use, and why others are not. It is written
 * in the background, as loading the libraries takes a moment; a request that needs one earlier waits for it.
 */
final class StartMessage {

    private static final Logger LOG = Logger.getLogger("com.encvoy.keycloak.crypto");

    /** Libraries are loaded once in a process, whichever of the two providers is asked first. */
    private static final AtomicBoolean WRITTEN = new AtomicBoolean();

    private final List<String> parts = new ArrayList<>();
    private boolean isWarning;

    /** Called by each provider that uses a native library. */
    static void register(KeycloakSessionFactory server) {
        server.register(event -> {
            if (event instanceof PostMigrationEvent && WRITTEN.compareAndSet(false, true)) {
                Thread thread = new Thread(() -> of(server).write(), "encvoy-native-libraries");
                thread.setDaemon(true);
                thread.start();
            }
        });
    }

    private static StartMessage of(KeycloakSessionFactory server) {
        StartMessage message = new StartMessage();
        if (server.getProviderFactory(PasswordHashProvider.class, SodiumArgon2PasswordHashProviderFactory.PROVIDER_ID)
                instanceof SodiumArgon2PasswordHashProviderFactory hashing) {
            message.add("libsodium", hashing.library(), "hashes passwords");
        }
        if (server.getProviderFactory(SignatureProvider.class, Algorithm.RS256)
                instanceof OpenSslRs256SignatureProviderFactory signing) {
            message.add("OpenSSL 3", signing.library(), "signs tokens");
        }
        return message;
    }

    /** @param work what the library does in place of Java */
    StartMessage add(String name, NativeLibrary<?> library, String work) {
        parts.add(
                library.code().isPresent()
                        ? library.about() + " " + work
                        : "Java " + work + " (" + name + ": " + library.about() + ")");
        isWarning |= library.isBroken();
        return this;
    }

    private void write() {
        LOG.log(isWarning ? Logger.Level.WARN : Logger.Level.INFO, text());
    }

    String text() {
        return "Native libraries: " + String.join(", ", parts);
    }
}
