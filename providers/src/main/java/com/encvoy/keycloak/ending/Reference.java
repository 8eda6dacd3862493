package com.encvoy.keycloak.ending;

import org.keycloak.common.util.SecretGenerator;

/**
 * A short random name of one case, which a page shows to a person and an event or a log line to an administrator. It
 * says nothing and opens nothing, so it can be read out on the phone.
 */
public final class Reference {

    /** Event detail with the reference that the page shows. */
    public static final String DETAIL = "reference";

    /** Without letters and digits that look alike. */
    private static final char[] ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();

    private static final int HALF = 4;

    private Reference() {}

    /** Such as {@code K7QM-3T9D}. */
    public static String create() {
        SecretGenerator random = SecretGenerator.getInstance();
        return random.randomString(HALF, ALPHABET) + "-" + random.randomString(HALF, ALPHABET);
    }
}
