package com.encvoy.keycloak.movein.mapping;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The signing keys of an Encvoy ID as key providers {@code rsa} of the realm: passive, so that nothing is signed with
 * them, and tokens that were signed with them can still be verified.
 */
public final class SigningKeys {

    private static final List<String> PARTS = List.of("n", "e", "d", "p", "q", "dp", "dq", "qi");

    private SigningKeys() {}

    /**
     * Components for {@code POST /components}, each without its parent.
     *
     * @param jwks the file {@code jwks.json}
     * @throws IllegalArgumentException with a sentence if a key cannot be read
     */
    public static List<ObjectNode> components(JsonNode jwks) {
        List<ObjectNode> components = new ArrayList<>();
        for (JsonNode key : jwks.path("keys")) {
            if (key.path("kty").asText("").equals("RSA") && key.has("d")) {
                components.add(component(key));
            }
        }
        if (components.isEmpty()) {
            throw new IllegalArgumentException("has no private RSA key");
        }
        return components;
    }

    private static ObjectNode component(JsonNode key) {
        String kid = key.path("kid").asText("");
        ObjectNode component = JsonNodeFactory.instance.objectNode();
        component.put("name", "encvoy-id " + (kid.isEmpty() ? "key" : kid));
        component.put("providerId", "rsa");
        component.put("providerType", "org.keycloak.keys.KeyProvider");
        ObjectNode config = component.putObject("config");
        config.putArray("priority").add("0");
        config.putArray("enabled").add("true");
        config.putArray("active").add("false");
        config.putArray("algorithm").add(key.path("alg").asText("RS256"));
        config.putArray("privateKey").add(pem(key));
        if (!kid.isEmpty()) {
            config.putArray("kid").add(kid);
        }
        return component;
    }

    private static String pem(JsonNode key) {
        try {
            BigInteger[] parts = PARTS.stream()
                    .map(part -> new BigInteger(
                            1, Base64.getUrlDecoder().decode(key.path(part).asText(""))))
                    .toArray(BigInteger[]::new);
            PrivateKey decoded = KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]));
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(decoded.getEncoded())
                    + "\n-----END PRIVATE KEY-----";
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("has a key that cannot be read", e);
        }
    }
}
