package com.encvoy.keycloak.crypto;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.jboss.logging.Logger;

import com.sun.jna.Native;

/**
 * Argon2id (RFC 9106), computed by libsodium with the processor's vector instructions. The library comes from
 * {@code lazysodium-java.jar}, which contains it for the common processors on Linux, macOS and Windows. JNA, which is
 * part of the server, loads it.
 */
final class Argon2id {

    private static final Logger LOG = Logger.getLogger(Argon2id.class);

    private final Libsodium library;

    private Argon2id(Libsodium library) {
        this.library = library;
    }

    /** Whether {@code lazysodium-java.jar} and JNA are on the class path. */
    private static boolean isInstalled() {
        ClassLoader loader = Argon2id.class.getClassLoader();
        return loader.getResource("com/sun/jna/Native.class") != null
                && loader.getResource("com/goterl/lazysodium/Sodium.class") != null;
    }

    /** Not loaded if it cannot be on this machine, or fails its self-test. */
    static NativeLibrary<Argon2id> load() {
        if (!isInstalled()) {
            return NativeLibrary.absent("lazysodium-java.jar is not installed");
        }
        try {
            File file = Native.extractFromResourcePath(Libsodium.resource(), Argon2id.class.getClassLoader());
            Libsodium library = Native.load(file.getAbsolutePath(), Libsodium.class);
            cleanUp(file);
            Argon2id loaded = new Argon2id(library);
            if (library.sodium_init() >= 0 && loaded.passesSelfTest()) {
                return NativeLibrary.loaded(loaded, "libsodium " + library.sodium_version_string());
            }
            return NativeLibrary.broken("its self-test failed");
        } catch (IOException | RuntimeException | Error e) {
            // JNA may throw a plain Error. None of these may keep users from signing in.
            return NativeLibrary.broken(NativeLibrary.reason(e));
        }
    }

    /**
     * The file is no longer needed once the library is loaded. Windows locks it, so there JNA deletes marked files at
     * its next start.
     */
    private static void cleanUp(File file) {
        if (!file.getName().startsWith("jna") || file.delete()) {
            return;
        }
        try {
            Files.createFile(Path.of(file.getAbsolutePath() + ".x"));
        } catch (IOException e) {
            LOG.debugf(e, "%s could not be deleted", file);
        }
    }

    /**
     * Hashes a password.
     *
     * @param memory KiB
     * @return empty if there is not enough memory, or if libsodium does not support the input: a salt that is not 16
     *     bytes long, a hash shorter than 16 bytes, characters that cannot be encoded in UTF-8
     */
    Optional<byte[]> hash(String password, byte[] salt, int length, int memory, int iterations) {
        if (salt == null
                || salt.length != Libsodium.SALT_LENGTH
                || length < Libsodium.MIN_HASH_LENGTH
                || memory < Libsodium.MIN_MEMORY
                || iterations < 1
                || !StandardCharsets.UTF_8.newEncoder().canEncode(password)) {
            return Optional.empty();
        }
        byte[] hash = new byte[length];
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        int result = library.crypto_pwhash(
                hash,
                length,
                bytes,
                bytes.length,
                salt,
                iterations,
                new Libsodium.Size(memory * 1024L),
                Libsodium.ARGON2ID13);
        Arrays.fill(bytes, (byte) 0);
        return result == 0 ? Optional.of(hash) : Optional.empty();
    }

    /**
     * Compares with the result of the reference implementation: {@code echo -n password | argon2 0123456789abcdef -id
     * -t 2 -k 64 -r}.
     */
    private boolean passesSelfTest() {
        return hash("password", "0123456789abcdef".getBytes(StandardCharsets.US_ASCII), 32, 64, 2)
                .map(HexFormat.of()::formatHex)
                .filter("fb83b5711fd91df630b63677dee62ccd13ee6f0c4897d856b49542b9b1e9975b"::equals)
                .isPresent();
    }
}
