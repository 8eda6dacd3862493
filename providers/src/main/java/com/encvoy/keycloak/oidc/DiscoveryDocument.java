package com.encvoy.keycloak.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import org.keycloak.util.JsonSerialization;

/**
 * A serialised discovery document.
 *
 * @param facts that it was created from
 * @param json in UTF-8
 * @param tag the entity tag, in quotes
 */
@SuppressWarnings("ArrayRecordComponent") // Documents are compared by tag, and the array is only written.
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
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
