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

import org.jboss.logging.Logger;

import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * RS256 signatures (RSASSA-PKCS1-v1_5 with SHA-256, RFC 7518, section 3.3), computed by the OpenSSL library of the
 * operating system. JNA, which is part of the server, loads it. RS256 is deterministic, so the signatures are identical
 * to Java's.
 */
final class OpenSsl {

    private static final Logger LOG = Logger.getLogger(OpenSsl.class);

    private static final byte[] SAMPLE = {1, 2, 3};

    private final LibCrypto library;

    /** Imported keys, for as long as the realm's key is in use. Empty for a key that OpenSSL cannot sign with. */
    private final Map<Key, Optional<OpenSslKey>> keys = Collections.synchronizedMap(new WeakHashMap<>());

    private OpenSsl(LibCrypto library) {
        this.library = library;
    }

    /** Not loaded if the system has no OpenSSL 3, or is not the one for which {@link LibCrypto} is declared. */
    static NativeLibrary<OpenSsl> load() {
        try {
            if (!Platform.isLinux() || !Platform.is64Bit()) {
                return NativeLibrary.absent("used on 64-bit Linux only");
            }
            LibCrypto library = Native.load(LibCrypto.NAME, LibCrypto.class);
            if (library.OPENSSL_init_crypto(LibCrypto.OPENSSL_INIT_NO_ATEXIT, null) == 1) {
                return NativeLibrary.loaded(new OpenSsl(library), library.OpenSSL_version(LibCrypto.OPENSSL_VERSION));
            }
            return NativeLibrary.broken("it failed to initialise");
        } catch (RuntimeException | Error e) {
            // JNA may throw a plain Error. None of these may keep users from signing in.
            return NativeLibrary.absent(NativeLibrary.reason(e));
        }
    }

    /**
     * @return empty for keys that OpenSSL cannot sign with: keys other than RSA, and keys that never leave their
     *     hardware device
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
            // The key of a hardware device throws once the device is unplugged. The caller falls back to Java's
            // signature, and reports Keycloak's error if that fails too.
            LOG.debugf(e, "OpenSSL could not sign");
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
                        "OpenSSL produced a wrong signature; Java signs with this %s-bit key instead",
                        rsa.getModulus().bitLength());
            }
            return imported;
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** Verifies OpenSSL's first signature with each key using Java. */
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
