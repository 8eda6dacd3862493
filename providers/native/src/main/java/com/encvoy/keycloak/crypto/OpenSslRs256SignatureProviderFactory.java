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
 * Takes the place of Keycloak's own signature {@code RS256}, in every realm, and has the OpenSSL of the operating
 * system compute it, where that is OpenSSL 3 on Linux, in a quarter of the time; see
 * {@link OpenSslRs256SignatureProvider}. In FIPS mode Keycloak's own signs. Keycloak prefers it to its own, as it does
 * with any that is not its own, and another one of a higher order to both.
 *
 * <p>Option {@code --spi-signature--RS256--openssl}: {@code true} or {@code false}, default {@code true}; {@code false}
 * leaves signing to Keycloak's own.
 */
public final class OpenSslRs256SignatureProviderFactory extends RS256SignatureProviderFactory
        implements ServerInfoAwareProviderFactory {

    private static final NativeOption OPENSSL =
            new NativeOption("openssl", "Whether OpenSSL signs tokens, in place of Java.");

    private boolean enabled;

    /** Loaded by the first use, and not at the start of the server. */
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

    /** The option that Keycloak's own does not have. */
    public static ProviderConfigProperty option() {
        return OPENSSL.property();
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of(option());
    }

    /** Who signs. */
    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of("Computed by", openSsl().map(OpenSsl::version).orElse("Java"));
    }
}
