package com.encvoy.keycloak.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

import com.encvoy.keycloak.access.RenamedApplications;
import com.encvoy.keycloak.application.ClientSecretGuard;
import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.application.TokenLifetimeSync;
import com.encvoy.keycloak.oidc.DiscoveryDocumentCache;

/**
 * Mounts the Encvoy resource at {@code /realms/{realm}/api}.
 *
 * <p>Option {@code --spi-realm-restapi-extension--api--root-realm}: name of the realm served at the root alias
 * {@code /api}, default {@code encvoy}.
 */
public final class ApiResourceProviderFactory implements RealmResourceProviderFactory, ServerInfoAwareProviderFactory {

    /** Part of URLs, never to be renamed. */
    public static final String PROVIDER_ID = "api";

    private final DiscoveryDocumentCache documents = new DiscoveryDocumentCache();
    private RootRealm rootRealm = new RootRealm(RootRealm.DEFAULT);
    private volatile String rootRealmId;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope scope) {
        rootRealm = RootRealm.from(scope);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new ClientSecretGuard());
        factory.register(new TokenLifetimeSync());
        factory.register(new NarrowScope());
        factory.register(new RenamedApplications());
        EncvoyReadinessCheck.watch(factory);
    }

    @Override
    public ApiResourceProvider create(KeycloakSession session) {
        return new ApiResourceProvider(session, documents);
    }

    /** The realm served at the root alias of the running server. */
    static RootRealm rootRealm(KeycloakSessionFactory factory) {
        return of(factory).rootRealm;
    }

    private static ApiResourceProviderFactory of(KeycloakSessionFactory factory) {
        return (ApiResourceProviderFactory) factory.getProviderFactory(RealmResourceProvider.class, PROVIDER_ID);
    }

    /**
     * The realm served at the root alias, {@code null} if it does not exist. Looked up by its id, which takes one
     * access to Keycloak's cache instead of two.
     */
    static RealmModel findRootRealm(KeycloakSession session) {
        ApiResourceProviderFactory api = of(session.getKeycloakSessionFactory());
        String name = api.rootRealm.name();
        String id = api.rootRealmId;
        RealmModel known = id == null ? null : session.realms().getRealm(id);
        if (known != null && known.getName().equals(name)) {
            return known;
        }
        RealmModel realm = session.realms().getRealmByName(name);
        api.rootRealmId = realm == null ? null : realm.getId();
        return realm;
    }

    /** The version of the extension pack. */
    static String version() {
        return Objects.requireNonNullElse(
                ApiResourceProviderFactory.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return RootRealm.metadata();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of("Version", version(), "Root realm", rootRealm.name());
    }

    @Override
    public void close() {
        EncvoyReadinessCheck.watch(null);
    }
}
