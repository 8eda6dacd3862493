package com.encvoy.keycloak.oidc.issuer;

import java.net.URI;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.keycloak.urls.UrlType;
import org.mockito.Mockito;

import com.encvoy.keycloak.stage.RequestSession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

class IssuerAddressTest {

    private final RequestSession session = RequestSession.open();

    @BeforeEach
    void haveTwoAddresses() {
        serve(UrlType.FRONTEND, "https://id.example/");
        serve(UrlType.BACKEND, "http://keycloak:8080/auth");
    }

    private void serve(UrlType type, String base) {
        KeycloakUriInfo uri = Stub.ofClass(KeycloakUriInfo.class);
        when(uri.getBaseUri()).thenReturn(URI.create(base));
        when(session.getContext().getUri(type)).thenReturn(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "REALM, https://id.example/realms/demo/api/oidc, /realms/demo/api/oidc, ''",
        "ADDRESS, https://id.example/api/oidc, /api/oidc, address/",
        "ROOT, https://id.example, /oidc, root/"
    })
    void namesItsIssuerAndItsEndpoints(AddressFamily family, String issuer, String endpoints, String browsers) {
        IssuerAddress address = new IssuerAddress(session, family);

        assertThat(address.issuer()).isEqualTo(issuer);
        assertThat(address.backChannel("token")).hasToString("http://keycloak:8080/auth" + endpoints + "/token");
        assertThat(address.frontChannel("auth"))
                .hasToString("https://id.example/realms/demo/api/oidc/" + browsers + "auth");
    }

    @Test
    void ofARequestIsTheRealmsOwnUnlessMarked() {
        assertThat(IssuerAddress.of(session).isOfServer()).isFalse();

        IssuerAddress.mark(session, AddressFamily.ROOT);

        assertThat(IssuerAddress.of(session).isOfServer()).isTrue();
        assertThat(IssuerAddress.of(session).issuer()).isEqualTo("https://id.example");
    }

    @Test
    void belowARelativePathHasThatPath() {
        serve(UrlType.FRONTEND, "https://id.example/auth/");

        assertThat(new IssuerAddress(session, AddressFamily.ROOT).issuer()).isEqualTo("https://id.example/auth");
    }

    @ParameterizedTest
    @CsvSource({
        "root, true, https://id.example",
        "root, false, https://id.example/api/oidc",
        "address, true, https://id.example/api/oidc",
        "nonsense, true, https://id.example/api/oidc",
        ", true, https://id.example/api/oidc"
    })
    void expectedByAnApplicationIsTheServerWhereItWasGivenThat(String setting, boolean isRoot, String issuer) {
        ServerRoot root = (ServerRoot)
                Mockito.mock(RealmResourceProviderFactory.class, withSettings().extraInterfaces(ServerRoot.class));
        when(root.serves(session.realm)).thenReturn(isRoot);
        when(session.getKeycloakSessionFactory().getProviderFactory(RealmResourceProvider.class, "api"))
                .thenAnswer(call -> root);
        ClientModel client = Stub.of(ClientModel.class);
        when(client.getRealm()).thenReturn(session.realm);
        when(client.getAttribute("encvoy.issuer")).thenReturn(setting);

        assertThat(new IssuerAddress(session, AddressFamily.ADDRESS).issuerFor(client))
                .isEqualTo(issuer);
    }
}
