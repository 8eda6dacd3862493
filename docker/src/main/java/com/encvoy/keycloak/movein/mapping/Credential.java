package com.encvoy.keycloak.movein.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A credential in the form in which Keycloak stores it.
 *
 * @param type of Keycloak: {@code password}, {@code otp}, {@code webauthn-passwordless}
 * @param token tells in the state which one was brought; no secret can be computed from it
 * @param label that the person sees; null for none
 * @param created milliseconds since the epoch; also how a later run recognises it
 * @param secretData JSON text
 * @param credentialData JSON text
 */
public record Credential(
        String type, String token, String label, long created, String secretData, String credentialData) {

    public static final String PASSWORD = "password";
    public static final String ONE_TIME = "otp";
    public static final String PASSKEY = "webauthn-passwordless";

    /** As part of the JSON of a user. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", type);
        json.put("createdDate", created);
        if (label != null) {
            json.put("userLabel", label);
        }
        json.put("secretData", secretData);
        json.put("credentialData", credentialData);
        return json;
    }

    Credential labelled(String another) {
        return new Credential(type, token, another, created, secretData, credentialData);
    }

    /** Overridden so that no secret reaches a log: a record's default prints every component. */
    @Override
    public String toString() {
        return "Credential[type=" + type + "]";
    }
}
