package com.encvoy.keycloak.crypto;

import org.keycloak.crypto.AsymmetricSignatureProvider;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.ServerAsymmetricSignatureSignerContext;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.crypto.SignatureSignerContext;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's RSA signature provider, with signatures computed by OpenSSL. Falls back to Keycloak's signer for keys
 * OpenSSL cannot use. Verification is always Keycloak's.
 */
final class OpenSslRs256SignatureProvider extends AsymmetricSignatureProvider {

    private final KeycloakSession session;
    private final String algorithm;
    private final OpenSsl openSsl;

    OpenSslRs256SignatureProvider(KeycloakSession session, String algorithm, OpenSsl openSsl) {
        super(session, algorithm);
        this.session = session;
        this.algorithm = algorithm;
        this.openSsl = openSsl;
    }

    @Override
    public SignatureSignerContext signer() {
        return new Signer(session, algorithm, openSsl);
    }

    @Override
    public SignatureSignerContext signer(KeyWrapper key) {
        SignatureProvider.checkKeyForSignature(key, algorithm, KeyType.RSA);
        return new Signer(key, openSsl);
    }

    private static final class Signer extends ServerAsymmetricSignatureSignerContext {

        private final OpenSsl openSsl;

        Signer(KeycloakSession session, String algorithm, OpenSsl openSsl) {
            super(session, algorithm);
            this.openSsl = openSsl;
        }

        Signer(KeyWrapper key, OpenSsl openSsl) {
            super(key);
            this.openSsl = openSsl;
        }

        @Override
        public byte[] sign(byte[] data) {
            return openSsl.sign(key.getPrivateKey(), data).orElseGet(() -> super.sign(data));
        }
    }
}
