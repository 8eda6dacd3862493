package com.encvoy.keycloak.password;

import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.EnvironmentDependentProviderFactory;

/** The hash provider {@code bcrypt}; not available in FIPS mode, which has no bcrypt. */
public final class BcryptPasswordHashProviderFactory
        implements PasswordHashProviderFactory, EnvironmentDependentProviderFactory {

    /** Stored in credentials, never to be renamed. */
    static final String PROVIDER_ID = "bcrypt";

    private static final String ALGORITHM = "org.bouncycastle.crypto.generators.OpenBSDBCrypt";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        try {
            Class.forName(ALGORITHM, false, BcryptPasswordHashProviderFactory.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public PasswordHashProvider create(KeycloakSession session) {
        return new BcryptPasswordHashProvider(session);
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to configure.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
