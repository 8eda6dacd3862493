package com.encvoy.keycloak.dashboard.shell;

/** How many entries of a list the address of a page leaves out. */
public final class Skipped {

    private Skipped() {}

    /** @param text of the parameter; null, negative or no number for none */
    public static int of(String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
