package com.encvoy.keycloak.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.dto.PasswordCredentialData;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Replaces Keycloak's hash provider {@code argon2} in every realm and computes hashes with libsodium if
 * {@code lazysodium-java.jar} is installed; see {@link SodiumArgon2PasswordHashProvider}. Keycloak's options
 * {@code --spi-password-hashing--argon2--…} keep their meaning.
 *
 * <p>Option {@code --spi-password-hashing--argon2--libsodium}: {@code true} (default) or {@code false}; {@code false}
 * leaves hashing to Keycloak's own code.
 */
public final class SodiumArgon2PasswordHashProviderFactory
        implements PasswordHashProviderFactory, EnvironmentDependentProviderFactory, ServerInfoAwareProviderFactory {

    static final String PROVIDER_ID = "argon2";

    private static final NativeOption LIBSODIUM =
            new NativeOption("libsodium", "Whether libsodium hashes passwords instead of Keycloak's own code.");

    /** The option of Keycloak's provider that limits how many hashes are computed concurrently. */
    private static final String CORES = "cpuCores";

    private final Map<Integer, PasswordCredentialData> credentialDataByIterations = new ConcurrentHashMap<>();
    private Optional<PasswordHashProviderFactory> delegate;
    private PasswordHashProviderFactory keycloaks;
    private boolean isOn;
    private Semaphore permits;

    /** Loaded by {@link StartMessage}, or for a password if one comes first. */
    private static final class Loaded {

        private static final NativeLibrary<Argon2id> ARGON2ID = Argon2id.load();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    /** One higher than Keycloak's provider. */
    @Override
    public int order() {
        return keycloaks().map(own -> own.order() + 1).orElse(0);
    }

    /**
     * Supported whenever Keycloak's provider is, with or without libsodium: Keycloak selects a provider by
     * {@link #order()} before it calls this method, and does not fall back to the one it did not select.
     */
    @Override
    public boolean isSupported(Config.Scope config) {
        return keycloaks()
                .filter(own -> !(own instanceof EnvironmentDependentProviderFactory environment)
                        || environment.isSupported(config))
                .isPresent();
    }

    /** Looked up by its id, because its class is not in a published artifact. Empty in FIPS mode. */
    private Optional<PasswordHashProviderFactory> keycloaks() {
        if (delegate == null) {
            delegate = ServiceLoader.load(
                            PasswordHashProviderFactory.class,
                            SodiumArgon2PasswordHashProviderFactory.class.getClassLoader())
                    .stream()
                    .filter(factory -> factory.type() != SodiumArgon2PasswordHashProviderFactory.class)
                    .map(ServiceLoader.Provider::get)
                    .filter(factory -> PROVIDER_ID.equals(factory.getId()))
                    .findFirst();
        }
        return delegate;
    }

    @Override
    public void init(Config.Scope config) {
        keycloaks = keycloaks().orElseThrow();
        keycloaks.init(config);
        isOn = LIBSODIUM.isOn(config, "Password hash '" + PROVIDER_ID + "'");
        permits = new Semaphore(config.getInt(CORES, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        keycloaks.postInit(factory);
        StartMessage.register(factory);
    }

    @Override
    public PasswordHashProvider create(KeycloakSession session) {
        PasswordHashProvider own = keycloaks.create(session);
        return library()
                .code()
                .<PasswordHashProvider>map(argon2id ->
                        new SodiumArgon2PasswordHashProvider(own, argon2id, permits, credentialDataByIterations))
                .orElse(own);
    }

    NativeLibrary<Argon2id> library() {
        return isOn ? Loaded.ARGON2ID : NativeLibrary.absent("switched off");
    }

    /** The option this factory adds to Keycloak's. */
    public static ProviderConfigProperty option() {
        return LIBSODIUM.property();
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        List<ProviderConfigProperty> options = new ArrayList<>(
                keycloaks().map(PasswordHashProviderFactory::getConfigMetadata).orElse(List.of()));
        options.add(option());
        return options;
    }

    /** The library that hashes passwords. */
    @Override
    public Map<String, String> getOperationalInfo() {
        NativeLibrary<Argon2id> library = library();
        return Map.of("Computed by", library.code().isPresent() ? library.about() : "Keycloak");
    }

    @Override
    public void close() {
        keycloaks.close();
    }
}
