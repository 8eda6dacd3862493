package com.encvoy.keycloak.movein;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The key with which an Encvoy ID signed tokens, as its {@code jwks.json} has it. */
public final class OldKey {

    public static final String ID = "key-of-encvoy-id";

    private final RSAPrivateCrtKey key;

    private OldKey(RSAPrivateCrtKey key) {
        this.key = key;
    }

    static OldKey create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new OldKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes {@code jwks.json}. */
    public Path writeTo(Path file) {
        ObjectNode jwks = JsonSerialization.mapper.createObjectNode();
        jwks.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("kid", ID)
                .put("use", "sig")
                .put("alg", "RS256")
                .put("n", encoded(key.getModulus()))
                .put("e", encoded(key.getPublicExponent()))
                .put("d", secret())
                .put("p", encoded(key.getPrimeP()))
                .put("q", encoded(key.getPrimeQ()))
                .put("dp", encoded(key.getPrimeExponentP()))
                .put("dq", encoded(key.getPrimeExponentQ()))
                .put("qi", encoded(key.getCrtCoefficient()));
        try {
            return Files.writeString(file, jwks.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The private exponent, as the file has it. */
    String secret() {
        return encoded(key.getPrivateExponent());
    }

    private static String encoded(BigInteger value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.toByteArray());
    }

    /** An ID token as Encvoy ID issued it. */
    public String idToken(String subject) {
        String signed = encoded("{\"alg\":\"RS256\",\"kid\":\"" + ID + "\"}") + "."
                + encoded("{\"iss\":\"http://localhost\",\"sub\":\"" + subject + "\"}");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a token was signed with a published key. */
    public static boolean verifies(String token, JsonNode jwk) throws GeneralSecurityException {
        String[] parts = token.split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(decoded(jwk.path("n")), decoded(jwk.path("e")))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static BigInteger decoded(JsonNode value) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(value.asText()));
    }
}
