package com.encvoy.keycloak.crypto;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The signing functions of <a href="https://docs.openssl.org/3.0/man3/EVP_DigestSignInit/">OpenSSL 3</a>, as its
 * headers declare them for 64-bit systems, on which {@code long} and {@code size_t} are as long as a Java {@code long}.
 */
interface LibCrypto extends Library {

    /** The system's library. The version in its name is the one whose interface is stable. */
    String NAME = "libcrypto.so.3";

    /** Skips the cleanup at process exit, when other threads may still be signing. */
    long OPENSSL_INIT_NO_ATEXIT = 0x00080000L;

    int OPENSSL_VERSION = 0;

    /** @return 1, or 0 if the library cannot be used */
    int OPENSSL_init_crypto(long options, Pointer settings);

    String OpenSSL_version(int part);

    void ERR_clear_error();

    /** @return null if the data is not a key */
    Pointer d2i_AutoPrivateKey(Pointer reused, PointerByReference encoded, long length);

    void EVP_PKEY_free(Pointer key);

    Pointer EVP_sha256();

    Pointer EVP_MD_CTX_new();

    void EVP_MD_CTX_free(Pointer context);

    /** Signs with RSASSA-PKCS1-v1_5 for RSA keys by default. @return 1, or any other value on failure */
    int EVP_DigestSignInit(Pointer context, Pointer keyContext, Pointer digest, Pointer engine, Pointer key);

    /**
     * @param signatureLength in: length of the buffer, out: length of the signature. @return 1, or any other value on
     *     failure
     */
    int EVP_DigestSign(Pointer context, byte[] signature, long[] signatureLength, byte[] data, long dataLength);
}
