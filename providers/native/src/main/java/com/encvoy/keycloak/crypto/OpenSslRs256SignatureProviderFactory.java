package com.encvoy.keycloak.crypto;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.crypto.RS256SignatureProviderFactory;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
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

    /** Why it is not to be loaded, if there is a reason. */
    private Optional<String> objection = Optional.empty();

    /** Loaded by {@link StartMessage}, or for a token if one comes first. */
    private static final class Loaded {

        private static final NativeLibrary<OpenSsl> OPEN_SSL = OpenSsl.load();
    }

    @Override
    public void init(Config.Scope config) {
        if (!OPENSSL.isOn(config, "Signature '" + ID + "'")) {
            objection = Optional.of("switched off");
        } else if (Profile.isFeatureEnabled(Profile.Feature.FIPS)) {
            objection = Optional.of("not used in FIPS mode");
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        super.postInit(factory);
        StartMessage.register(factory);
    }

    @Override
    public SignatureProvider create(KeycloakSession session) {
        return library()
                .code()
                .<SignatureProvider>map(openSsl -> new OpenSslRs256SignatureProvider(session, ID, openSsl))
                .orElseGet(() -> super.create(session));
    }

    NativeLibrary<OpenSsl> library() {
        return objection.<NativeLibrary<OpenSsl>>map(NativeLibrary::absent).orElseGet(() -> Loaded.OPEN_SSL);
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
        NativeLibrary<OpenSsl> library = library();
        return Map.of("Computed by", library.code().isPresent() ? library.about() : "Java");
    }
}
