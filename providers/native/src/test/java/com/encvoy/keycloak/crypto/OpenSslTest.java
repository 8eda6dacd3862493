package com.encvoy.keycloak.crypto;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Compared with signatures of Java. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere Java signs")
class OpenSslTest {

    private static final byte[] DATA = "what is signed".getBytes(StandardCharsets.UTF_8);

    private static final PrivateKey USUAL_KEY;

    static {
        try {
            USUAL_KEY = generated(2048);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final OpenSsl openSsl = OpenSsl.load().code().orElseThrow();

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 2051, 3072, 4096})
    void aSignatureIsThatOfJava(int bits) throws Exception {
        PrivateKey key = rsa(bits);

        assertThat(openSsl.sign(key, DATA)).contains(signedByJava(key, DATA));
        assertThat(openSsl.sign(key, new byte[0])).as("nothing to sign").contains(signedByJava(key, new byte[0]));
        assertThat(openSsl.sign(key, new byte[1 << 20]))
                .as("much to sign")
                .contains(signedByJava(key, new byte[1 << 20]));
    }

    @Test
    void manySignAtATimeWithKeysThatComeAndGo() throws Exception {
        PrivateKey lasting = rsa(2048);
        byte[] expected = signedByJava(lasting, DATA);

        List<Boolean> right = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> {
                    try {
                        if (i % 40 == 0) {
                            PrivateKey passing = rsa(1024);
                            assertThat(openSsl.sign(passing, DATA)).contains(signedByJava(passing, DATA));
                            System.gc();
                        }
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return openSsl.sign(lasting, DATA)
                            .filter(signature -> Arrays.equals(signature, expected))
                            .isPresent();
                })
                .toList();

        assertThat(right).hasSize(400).containsOnly(true);
    }

    @Test
    void otherKeysAreLeftToOthers() throws Exception {
        assertThat(openSsl.sign(
                        KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate(), DATA))
                .as("an elliptic curve")
                .isEmpty();
        assertThat(openSsl.sign(
                        KeyPairGenerator.getInstance("RSASSA-PSS")
                                .generateKeyPair()
                                .getPrivate(),
                        DATA))
                .as("of another scheme")
                .isEmpty();
        assertThat(openSsl.sign(instead("getEncoded", null), DATA))
                .as("kept by a device")
                .isEmpty();
        assertThat(openSsl.sign(instead("getEncoded", new byte[] {1, 2, 3}), DATA))
                .as("unreadable")
                .isEmpty();
        assertThat(openSsl.sign(instead("getEncoded", new byte[0]), DATA))
                .as("without anything")
                .isEmpty();
        assertThat(openSsl.sign(instead("getEncoded", new ProviderException("The device is gone.")), DATA))
                .as("of a device that is gone")
                .isEmpty();
        assertThat(openSsl.sign(null, DATA)).as("no key").isEmpty();
        assertThat(openSsl.sign(instead("getEncoded", generated(2048).getEncoded()), DATA))
                .as("of which Java finds the signature wrong")
                .isEmpty();
    }

    /** A key with a different answer from one method. */
    private static Key instead(String method, Object answer) throws Exception {
        PrivateKey key = rsa(2048);
        return (Key) Proxy.newProxyInstance(
                OpenSslTest.class.getClassLoader(),
                new Class<?>[] {RSAPrivateCrtKey.class},
                (proxy, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        return called.invoke(key, arguments);
                    }
                    if (answer instanceof RuntimeException failure) {
                        throw failure;
                    }
                    return answer;
                });
    }

    private static PrivateKey rsa(int bits) throws Exception {
        return bits == 2048 ? USUAL_KEY : generated(bits);
    }

    private static PrivateKey generated(int bits) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate();
    }

    private static byte[] signedByJava(PrivateKey key, byte[] data) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }
}
