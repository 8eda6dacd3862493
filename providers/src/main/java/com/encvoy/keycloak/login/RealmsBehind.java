package com.encvoy.keycloak.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/**
 * Names the realms in which {@code docker/encvoy install} was last run with the realm file of another release, so that
 * things of this release may be missing there.
 */
final class RealmsBehind {

    private static final Logger LOG = Logger.getLogger(RealmsBehind.class);

    /** The record of {@code docker/encvoy install}, JSON with the hash of its realm file. */
    private static final String RECORD = "encvoy.installation";

    private static final int MAX_NAMED = 20;
    private static final int HASH_BYTES = 16;

    private RealmsBehind() {}

    static void check(KeycloakSession session) {
        check(session, shippedHash());
    }

    static void check(KeycloakSession session, String shipped) {
        List<String> named = new ArrayList<>();
        long[] more = {0};
        session.realms()
                .getRealmsStream()
                .filter(realm -> isBehind(realm, shipped))
                .forEach(realm -> {
                    if (named.size() < MAX_NAMED) {
                        named.add("'" + realm.getName() + "'");
                    } else {
                        more[0]++;
                    }
                });
        if (!named.isEmpty()) {
            LOG.warnf(
                    "Encvoy ID was installed from the realm file of another release in %s%s: bring them up to date"
                            + " with 'encvoy install --realm'.",
                    String.join(", ", named), more[0] == 0 ? "" : " and " + more[0] + " more realms");
        }
    }

    private static boolean isBehind(RealmModel realm, String shipped) {
        String record = realm.getAttribute(RECORD);
        if (record == null) {
            return false;
        }
        try {
            return !JsonSerialization.mapper
                    .readTree(record)
                    .path("file")
                    .asText()
                    .equals(shipped);
        } catch (IOException e) {
            return true;
        }
    }

    /** Hash of the realm file of this release, as the command computes it. */
    static String shippedHash() {
        try (InputStream file = RealmsBehind.class.getResourceAsStream("encvoy-realm.json")) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
