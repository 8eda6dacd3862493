package com.encvoy.keycloak.dashboard.members;

/** Where a page of a list begins, as its address says. */
final class Position {

    private static final int MAX = 10_000_000;

    private Position() {}

    /** @return 0 for anything that is not a number, or is negative */
    static int of(String first) {
        try {
            return Math.min(MAX, Math.max(0, Integer.parseInt(first)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
