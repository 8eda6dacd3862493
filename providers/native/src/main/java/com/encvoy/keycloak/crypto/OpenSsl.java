package com.encvoy.keycloak.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Signatures of the kind RS256 (RSASSA-PKCS1-v1_5 with SHA-256, RFC 7518, section 3.3), computed by the OpenSSL of the
 * operating system, which is loaded by JNA, which the server brings along. There is one right signature for a key and
 * what is signed, so that it is the same as Java's.
 */
final class OpenSsl {

    private static final Logger LOG = Logger.getLogger(OpenSsl.class);

    private static final byte[] SAMPLE = {1, 2, 3};

    private final LibCrypto library;

    /** As long as the key of the realm is in use; nothing for one that OpenSSL does not sign with. */
    private final Map<Key, Optional<OpenSslKey>> keys = Collections.synchronizedMap(new WeakHashMap<>());

    private OpenSsl(LibCrypto library) {
        this.library = library;
    }

    /** Whether JNA is there, and a system that it is declared for here. Loads nothing of OpenSSL. */
    static boolean isInstalled() {
        return OpenSsl.class.getClassLoader().getResource("com/sun/jna/Native.class") != null
                && Platform.isLinux()
                && Platform.is64Bit();
    }

    /** Nothing where the system has none that can be loaded; the log says why. */
    static Optional<OpenSsl> load() {
        try {
            LibCrypto library = Native.load(LibCrypto.NAME, LibCrypto.class);
            if (library.OPENSSL_init_crypto(LibCrypto.OPENSSL_INIT_NO_ATEXIT, null) == 1) {
                return Optional.of(new OpenSsl(library));
            }
            LOG.info("OpenSSL cannot be used, Java signs tokens: it does not start");
        } catch (RuntimeException | Error e) {
            // JNA throws what it likes, a plain Error too, and nothing of it may keep people from signing in.
            LOG.infof(
                    "OpenSSL cannot be used, Java signs tokens: %s",
                    e.toString().lines().limit(2).collect(Collectors.joining(" ")));
        }
        return Optional.empty();
    }

    String version() {
        return library.OpenSSL_version(LibCrypto.OPENSSL_VERSION);
    }

    /**
     * @return nothing for keys that OpenSSL does not sign with: those that are not RSA, and those that a device keeps
     *     for itself
     */
    Optional<byte[]> sign(Key key, byte[] data) {
        try {
            Optional<OpenSslKey> known = keys.get(key);
            if (known == null) {
                known = importKey(key);
                keys.put(key, known);
            }
            return known.flatMap(usable -> usable.sign(data));
        } catch (RuntimeException | LinkageError e) {
            // Keys of devices throw when the device is gone. Java has its turn, and Keycloak's error where it fails
            // too.
            LOG.debugf(e, "OpenSSL did not sign");
            return Optional.empty();
        }
    }

    private Optional<OpenSslKey> importKey(Key key) {
        if (!(key instanceof RSAPrivateCrtKey rsa)
                || !"RSA".equals(key.getAlgorithm())
                || !"PKCS#8".equals(key.getFormat())) {
            return Optional.empty();
        }
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            return Optional.empty();
        }
        try {
            Optional<OpenSslKey> imported = OpenSslKey.of(
                            library, encoded, rsa.getModulus().bitLength())
                    .filter(candidate -> verifiesWithJava(candidate, rsa));
            if (imported.isEmpty()) {
                LOG.warnf(
                        "OpenSSL does not sign as it should, Java signs with this key of %s bits",
                        rsa.getModulus().bitLength());
            }
            return imported;
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** Java checks what OpenSSL signs with a key that it has not signed with before. */
    private static boolean verifiesWithJava(OpenSslKey candidate, RSAPrivateCrtKey key) {
        return candidate
                .sign(SAMPLE)
                .filter(signature -> {
                    try {
                        Signature check = Signature.getInstance("SHA256withRSA");
                        check.initVerify(KeyFactory.getInstance("RSA")
                                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
                        check.update(SAMPLE);
                        return check.verify(signature);
                    } catch (GeneralSecurityException e) {
                        return false;
                    }
                })
                .isPresent();
    }
}
