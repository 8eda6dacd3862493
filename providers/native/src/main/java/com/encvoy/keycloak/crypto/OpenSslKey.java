package com.encvoy.keycloak.crypto;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Optional;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * A private RSA key in OpenSSL's memory, freed when the object is no longer reachable. Several threads may sign with it
 * concurrently.
 */
final class OpenSslKey {

    private static final Cleaner CLEANER = Cleaner.create();

    private final LibCrypto library;
    private final Pointer key;
    private final int signatureLength;

    private OpenSslKey(LibCrypto library, Pointer key, int signatureLength) {
        this.library = library;
        this.key = key;
        this.signatureLength = signatureLength;
        CLEANER.register(this, () -> library.EVP_PKEY_free(key));
    }

    /**
     * @param encoded the key in PKCS #8 format
     * @return empty if OpenSSL cannot read the key
     */
    static Optional<OpenSslKey> of(LibCrypto library, byte[] encoded, int bits) {
        Memory memory = new Memory(encoded.length);
        try {
            memory.write(0, encoded, 0, encoded.length);
            Pointer key = library.d2i_AutoPrivateKey(null, new PointerByReference(memory), encoded.length);
            if (key == null) {
                library.ERR_clear_error();
                return Optional.empty();
            }
            return Optional.of(new OpenSslKey(library, key, (bits + 7) / 8));
        } finally {
            memory.clear();
        }
    }

    /** @return empty if OpenSSL failed */
    Optional<byte[]> sign(byte[] data) {
        Pointer context = library.EVP_MD_CTX_new();
        if (context == null) {
            return Optional.empty();
        }
        try {
            byte[] signature = new byte[signatureLength];
            long[] length = {signatureLength};
            if (library.EVP_DigestSignInit(context, null, library.EVP_sha256(), null, key) == 1
                    && library.EVP_DigestSign(context, signature, length, data, data.length) == 1) {
                return Optional.of(Arrays.copyOf(signature, (int) length[0]));
            }
            library.ERR_clear_error();
            return Optional.empty();
        } finally {
            library.EVP_MD_CTX_free(context);
            Reference.reachabilityFence(this);
        }
    }
}
