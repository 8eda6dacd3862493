package com.encvoy.keycloak.login.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * A code as the authentication session keeps it: its digits cannot be read from it.
 *
 * @param id names the code in the single-use store; random, it salts the hash too
 * @param recipient whom it was made for, see {@link CodeRecipient#fingerprint}: it is of no use to anybody else
 * @param hash of all that and the digits
 * @param issued seconds since 1970
 * @param number 0 for the first code of a login, 1 for the first that was asked for again, ...
 */
record EmailCode(String id, String recipient, String hash, long issued, int number) {

    private static final int ID_LENGTH = 32;

    /**
     * A new code.
     *
     * @param digits to be mailed and forgotten
     * @param kept what is kept of it
     */
    record NewCode(String digits, EmailCode kept) {

        /** Shows no code: records would. */
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

    /** The same with digits that nobody knows, for a code that was not mailed. */
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
