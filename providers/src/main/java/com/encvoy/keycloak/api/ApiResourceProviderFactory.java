package com.encvoy.keycloak.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.ws.rs.WebApplicationException;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

import com.encvoy.keycloak.access.CatalogSync;
import com.encvoy.keycloak.access.RenamedApplications;
import com.encvoy.keycloak.application.ClientSecretGuard;
import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.application.TokenLifetimeSync;
import com.encvoy.keycloak.application.registration.PostLogoutOrigins;
import com.encvoy.keycloak.oidc.DiscoveryDocumentCache;
import com.encvoy.keycloak.oidc.OAuthErrors;
import com.encvoy.keycloak.oidc.OidcResource;
import com.encvoy.keycloak.oidc.issuer.AddressFamily;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.encvoy.keycloak.oidc.issuer.ServerRoot;

/**
 * Mounts the Encvoy resource at {@code /realms/{realm}/api}.
 *
 * <p>Options {@code --spi-realm-restapi-extension--api--…}: see {@link RootRealm}.
 */
public final class ApiResourceProviderFactory
        implements RealmResourceProviderFactory, ServerInfoAwareProviderFactory, ServerRoot {

    /** Part of URLs, never to be renamed. */
    public static final String PROVIDER_ID = ServerRoot.PROVIDER_ID;

    private final DiscoveryDocumentCache documents = new DiscoveryDocumentCache();
    private RootRealm rootRealm = RootRealm.DEFAULT;
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
        CatalogSync.register(factory);
        factory.register(new NarrowScope());
        factory.register(new PostLogoutOrigins());
        factory.register(new RenamedApplications());
        EncvoyReadinessCheck.watch(factory);
    }

    @Override
    public ApiResourceProvider create(KeycloakSession session) {
        return new ApiResourceProvider(session, documents);
    }

    @Override
    public boolean serves(RealmModel realm) {
        return realm.getName().equals(rootRealm.name());
    }

    @Override
    public boolean hasRootIssuer() {
        return rootRealm.isIssuer();
    }

    /**
     * The endpoints of the root realm at an address of the server.
     *
     * @throws WebApplicationException 404 if there is no root realm, or the address is switched off
     */
    static OidcResource atServer(KeycloakSession session, AddressFamily family) {
        RealmModel realm = findRootRealm(session);
        if (realm != null) {
            session.getContext().setRealm(realm);
        }
        if (realm == null || !ServerRoot.has(session, family)) {
            throw new WebApplicationException(OAuthErrors.notFound());
        }
        IssuerAddress.mark(session, family);
        ApiResourceProvider api = (ApiResourceProvider) session.getProvider(RealmResourceProvider.class, PROVIDER_ID);
        return api.getResource().oidc();
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
        return Map.of(
                "Version",
                version(),
                "Root realm",
                rootRealm.name(),
                "Issuer of /oidc",
                rootRealm.isIssuer() ? "the server" : "switched off");
    }

    @Override
    public void close() {
        EncvoyReadinessCheck.watch(null);
    }
}
