package com.encvoy.keycloak.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import org.keycloak.util.JsonSerialization;

/**
 * A discovery document ready to be sent.
 *
 * @param facts what it was made from
 * @param json its text, in UTF-8
 * @param tag its entity tag, in quotes
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by its tag, and written as it is.
record DiscoveryDocument(DiscoveryInputs facts, byte[] json, String tag) {

    static DiscoveryDocument of(DiscoveryInputs facts, Map<String, Object> members) {
        try {
            byte[] json = JsonSerialization.writeValueAsBytes(members);
            String digest = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(json));
            return new DiscoveryDocument(facts, json, '"' + digest + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
