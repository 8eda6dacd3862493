package com.encvoy.keycloak.movein;

import java.util.ArrayList;
import java.util.List;

/** Texts that the command must not print, nor write into a file of its own. */
final class OldSecrets {

    private static final List<String> OF_THE_POPULATION = List.of(
            "$2b$10$",
            EncvoyId.TOTP,
            EncvoyId.OTHER_TOTP,
            "root-secret",
            "org-secret",
            "secret-of-the-wiki-in-encvoy-id",
            "secret-of-the-closed-application",
            "-secret-of-the-later-application",
            "gh-secret",
            "c-secret",
            "google-secret",
            "g2-secret",
            "mail-secret",
            "dsn-secret",
            "telephone-secret");

    private OldSecrets() {}

    /** With those of the command itself. */
    static List<String> of(EncvoyId encvoy) {
        List<String> secrets = new ArrayList<>(OF_THE_POPULATION);
        secrets.addAll(encvoy.environment().values());
        secrets.add(encvoy.key().secret());
        return secrets;
    }
}
