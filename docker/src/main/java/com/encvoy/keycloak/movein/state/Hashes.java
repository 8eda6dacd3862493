package com.encvoy.keycloak.movein.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Short hashes of values. */
public final class Hashes {

    private Hashes() {}

    /**
     * In letters, digits, {@code -} and {@code _}.
     *
     * @param length characters, six bits each
     */
    public static String text(String value, int length) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(digest(value))
                .substring(0, length);
    }

    /** 64 bits, for large sets of values that need not be kept. */
    public static long number(String value) {
        return ByteBuffer.wrap(digest(value)).getLong();
    }

    private static byte[] digest(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
