package com.encvoy.keycloak.login.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * A code as stored in the authentication session. Its digits cannot be derived from it.
 *
 * @param id of the code in the single-use store; random, and also the salt of the hash
 * @param recipient it was issued for, see {@link CodeRecipient#fingerprint}; not accepted for any other recipient
 * @param hash of id, recipient and digits
 * @param issued seconds since the epoch
 * @param number 0 for the first code of a login, 1 for the first one requested again, ...
 */
record EmailCode(String id, String recipient, String hash, long issued, int number) {

    private static final int ID_LENGTH = 32;

    /**
     * A new code.
     *
     * @param digits to be mailed, never stored
     * @param kept the stored form
     */
    record NewCode(String digits, EmailCode kept) {

        /** Overridden so that the code never reaches a log: a record's default prints every component. */
        @Override
        public String toString() {
            return "NewCode";
        }
    }

    static NewCode generate(String recipient, int length, int number) {
        String digits = SecretGenerator.getInstance().randomString(length, SecretGenerator.DIGITS);
        String id = SecretGenerator.getInstance().randomString(ID_LENGTH);
        return new NewCode(
                digits,
                new EmailCode(id, recipient, hash(id, recipient, digits), Time.currentTimeMillis() / 1000, number));
    }

    boolean matches(String digits) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII),
                hash(id, recipient, digits).getBytes(StandardCharsets.US_ASCII));
    }

    /** The same code with unknown digits, for a code that was not mailed. */
    EmailCode invalidated() {
        String unknown = SecretGenerator.getInstance().randomString(ID_LENGTH);
        return new EmailCode(id, recipient, hash(id, recipient, unknown), issued, number);
    }

    boolean isExpired(int lifetimeSeconds) {
        return Time.currentTimeMillis() / 1000 >= issued + lifetimeSeconds;
    }

    private static String hash(String id, String recipient, String digits) {
        return HexFormat.of()
                .formatHex(HashUtils.hash(
                        "SHA-256", (id + ' ' + recipient + ' ' + digits).getBytes(StandardCharsets.UTF_8)));
    }

    String serialize() {
        return String.join(" ", id, recipient, hash, String.valueOf(issued), String.valueOf(number));
    }

    static Optional<EmailCode> parse(String note) {
        if (note == null) {
            return Optional.empty();
        }
        String[] parts = note.split(" ");
        return Optional.of(
                new EmailCode(parts[0], parts[1], parts[2], Long.parseLong(parts[3]), Integer.parseInt(parts[4])));
    }
}
