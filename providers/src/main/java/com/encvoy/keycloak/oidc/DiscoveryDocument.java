package com.encvoy.keycloak.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import org.keycloak.util.JsonSerialization;

/**
 * A discovery document ready to be sent.
 *
 * @param facts what it was made from
 * @param json its text
 * @param tag its entity tag, without quotes
 */
record DiscoveryDocument(RealmFacts facts, String json, String tag) {

    static DiscoveryDocument of(RealmFacts facts, Map<String, Object> members) {
        try {
            String json = JsonSerialization.writeValueAsString(members);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return new DiscoveryDocument(facts, json, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
