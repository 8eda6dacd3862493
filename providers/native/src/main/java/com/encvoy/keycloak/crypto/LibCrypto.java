package com.encvoy.keycloak.crypto;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of <a href="https://docs.openssl.org/3.0/man3/EVP_DigestSignInit/">OpenSSL 3</a> that sign, as its
 * headers declare them for systems of 64 bits, where {@code long} and {@code size_t} are as long as in Java.
 */
interface LibCrypto extends Library {

    /** Of the system, with the version that its interface is stable in. */
    String NAME = "libcrypto.so.3";

    /** Nothing is torn down at the end of the process, where other threads may still sign. */
    long OPENSSL_INIT_NO_ATEXIT = 0x00080000L;

    int OPENSSL_VERSION = 0;

    /** @return 1, or 0 if the library cannot be used */
    int OPENSSL_init_crypto(long options, Pointer settings);

    String OpenSSL_version(int part);

    void ERR_clear_error();

    /** @return null for what is no key */
    Pointer d2i_AutoPrivateKey(Pointer reused, PointerByReference encoded, long length);

    void EVP_PKEY_free(Pointer key);

    Pointer EVP_sha256();

    Pointer EVP_MD_CTX_new();

    void EVP_MD_CTX_free(Pointer context);

    /** RSA is signed as in RSASSA-PKCS1-v1_5 where nothing else is said. @return 1, or anything else if it failed */
    int EVP_DigestSignInit(Pointer context, Pointer keyContext, Pointer digest, Pointer engine, Pointer key);

    /** @param signatureLength of the buffer, then of the signature. @return 1, or anything else if it failed */
    int EVP_DigestSign(Pointer context, byte[] signature, long[] signatureLength, byte[] data, long dataLength);
}
