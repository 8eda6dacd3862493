package com.encvoy.keycloak.crypto;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.crypto.RS256SignatureProviderFactory;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Replaces Keycloak's signature provider {@code RS256} in every realm and computes signatures with the operating
 * system's OpenSSL library, in a quarter of the time; see {@link OpenSslRs256SignatureProvider}. Requires OpenSSL 3 on
 * 64-bit Linux. In FIPS mode Keycloak's provider signs. Keycloak prefers a custom provider to its built-in one, and
 * among several the one with the highest order.
 *
 * <p>Option {@code --spi-signature--RS256--openssl}: {@code true} (default) or {@code false}; {@code false} leaves
 * signing to Keycloak's provider.
 */
public final class OpenSslRs256SignatureProviderFactory extends RS256SignatureProviderFactory
        implements ServerInfoAwareProviderFactory {

    private static final NativeOption OPENSSL =
            new NativeOption("openssl", "Whether OpenSSL signs tokens instead of Java.");

    private boolean enabled;

    /** Loaded on first use rather than at server start. */
    private static final class Loaded {

        private static final Optional<OpenSsl> OPEN_SSL = OpenSsl.load();
    }

    @Override
    public void init(Config.Scope config) {
        enabled = OPENSSL.isOn(config, "Signature '" + ID + "'")
                && OpenSsl.isInstalled()
                && !Profile.isFeatureEnabled(Profile.Feature.FIPS);
    }

    @Override
    public SignatureProvider create(KeycloakSession session) {
        return openSsl()
                .<SignatureProvider>map(openSsl -> new OpenSslRs256SignatureProvider(session, ID, openSsl))
                .orElseGet(() -> super.create(session));
    }

    private Optional<OpenSsl> openSsl() {
        return enabled ? Loaded.OPEN_SSL : Optional.empty();
    }

    /** The option this factory adds to Keycloak's. */
    public static ProviderConfigProperty option() {
        return OPENSSL.property();
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of(option());
    }

    /** The library that signs. */
    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of("Computed by", openSsl().map(OpenSsl::version).orElse("Java"));
    }
}
