package com.encvoy.keycloak.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * A stored bcrypt hash in the form of OpenBSD: version, cost, 22 characters of salt, 31 of hash. The versions
 * {@code 2a}, {@code 2b} and {@code 2y} differ in faults of old implementations only, and are computed alike.
 */
final class Bcrypt {

    /** Higher costs would let an imported hash occupy a processor for seconds with each attempt. */
    static final int MAX_COST = 14;

    /** The number of bytes of a password that bcrypt reads; Encvoy ID's library silently ignores the rest. */
    private static final int MAX_BYTES = 72;

    private static final Pattern FORM =
            Pattern.compile("\\$2([aby])\\$(0[4-9]|[12][0-9]|3[01])\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");

    private final String hash;

    private Bcrypt(String hash) {
        this.hash = hash;
    }

    /** @return empty if it is not a bcrypt hash, or one whose cost is above {@value #MAX_COST} */
    static Optional<Bcrypt> parse(String hash) {
        Matcher form = hash == null ? null : FORM.matcher(hash);
        return form != null && form.matches() && Integer.parseInt(form.group(2)) <= MAX_COST
                ? Optional.of(new Bcrypt(hash))
                : Optional.empty();
    }

    /** The cost: the binary logarithm of the number of rounds. */
    int cost() {
        return Integer.parseInt(hash.substring(4, 6));
    }

    boolean matches(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        byte[] read = Arrays.copyOf(bytes, Math.min(bytes.length, MAX_BYTES));
        return OpenBSDBCrypt.checkPassword(hash, read);
    }
}
