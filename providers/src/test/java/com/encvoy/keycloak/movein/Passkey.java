package com.encvoy.keycloak.movein;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.encvoy.keycloak.browser.VirtualAuthenticator;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** A passkey that was registered at an Encvoy ID: ES256, discoverable, with the person's number as user handle. */
public final class Passkey {

    private static final byte[] ID = "a passkey of the tests".getBytes(StandardCharsets.US_ASCII);

    private final KeyPair keys;

    private Passkey(KeyPair keys) {
        this.keys = keys;
    }

    static Passkey create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Passkey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base64url, as Encvoy ID stores it. */
    String id() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ID);
    }

    /** Has a browser find it in an authenticator that always says yes. */
    public void plugInto(CDPSession devTools, String number) {
        JsonObject credential = new JsonObject();
        credential.addProperty("credentialId", base64(ID));
        credential.addProperty("isResidentCredential", true);
        credential.addProperty("rpId", "localhost");
        credential.addProperty("privateKey", base64(keys.getPrivate().getEncoded()));
        credential.addProperty("userHandle", base64(number.getBytes(StandardCharsets.US_ASCII)));
        credential.addProperty("signCount", 1);
        new VirtualAuthenticator(devTools).add(credential);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The COSE key (RFC 9053, section 7.1) as a JSON array of numbers. */
    String publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        cose.writeBytes(coordinate(key.getW().getAffineX()));
        cose.writeBytes(new byte[] {0x22, 0x58, 32});
        cose.writeBytes(coordinate(key.getW().getAffineY()));
        byte[] bytes = cose.toByteArray();
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> String.valueOf(bytes[i] & 0xff))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        byte[] significant = bytes.length > 32 ? Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length) : bytes;
        System.arraycopy(significant, 0, fixed, 32 - significant.length, significant.length);
        return fixed;
    }
}
