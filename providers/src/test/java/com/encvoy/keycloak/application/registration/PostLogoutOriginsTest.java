package com.encvoy.keycloak.application.registration;

import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.utils.KeycloakSessionUtil;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class PostLogoutOriginsTest {

    private static final String ALLOWED = "post.logout.redirect.uris";
    private static final String CONSOLE = "/admin/realms/encvoy/clients";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("wiki");
    private final ClientScopeModel scope = Stub.of(ClientScopeModel.class);
    private final PostLogoutOrigins origins = new PostLogoutOrigins();

    @BeforeEach
    void newClient() {
        when(scope.getName()).thenReturn("encvoy");
        when(realm.model().getClientScopesStream()).thenAnswer(call -> Stream.of(scope));
        when(client.getProtocol()).thenReturn("openid-connect");
        redirectUris("https://wiki.example.com/login");
        KeycloakSessionUtil.setKeycloakSession(session.model());
        ClientModel.ClientCreationEvent created = Stub.of(ClientModel.ClientCreationEvent.class);
        when(created.getCreatedClient()).thenReturn(client);
        origins.onEvent(created);
    }

    @AfterEach
    void endSession() {
        KeycloakSessionUtil.setKeycloakSession(null);
    }

    private void redirectUris(String... uris) {
        when(client.getRedirectUris()).thenReturn(Set.of(uris));
    }

    private String saved(String path) {
        session.setPath(path);
        ClientModel.ClientUpdatedEvent event = Stub.of(ClientModel.ClientUpdatedEvent.class);
        when(event.getUpdatedClient()).thenReturn(client);
        when(event.getKeycloakSession()).thenAnswer(call -> session.model());
        origins.onEvent(event);
        return client.getAttribute(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", "+"})
    void ofANewClientAreAllowedBesideItsRedirectUris(String own) {
        if (!own.equals("none")) {
            client.setAttribute(ALLOWED, own);
        }
        redirectUris("https://wiki.example.com/a", "https://wiki.example.com/b", "http://localhost:3000/c");

        assertThat(saved(CONSOLE))
                .isEqualTo("+##http://localhost:3000##http://localhost:3000/"
                        + "##https://wiki.example.com##https://wiki.example.com/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "https://wiki.example.com/bye", "+##https://wiki.example.com/bye"})
    void leaveAddressesAloneThatTheClientRegisters(String own) {
        client.setAttribute(ALLOWED, own);

        assertThat(saved(CONSOLE)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/realms/encvoy/partialImport", ""})
    void leaveImportedClientsAlone(String path) {
        assertThat(saved(path)).isNull();
    }

    @Test
    void leaveLaterChangesAlone() {
        saved(CONSOLE);
        client.removeAttribute(ALLOWED);

        assertThat(saved(CONSOLE)).isNull();
    }

    @Test
    void leaveRealmsWithoutTheScopeAlone() {
        when(scope.getName()).thenReturn("other");

        assertThat(saved(CONSOLE)).isNull();
    }

    @Test
    void ofARelativeAddressAreThoseOfTheRootUrl() {
        redirectUris("/login");
        when(client.getRootUrl()).thenReturn("https://wiki.example.com/team");

        assertThat(saved(CONSOLE)).isEqualTo("+##https://wiki.example.com##https://wiki.example.com/");
    }

    @Test
    void areUnknownWhereARelativeAddressIsKeycloaksOwn() {
        redirectUris("/login");

        assertThat(saved(CONSOLE)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://wiki.example.com/login, https://wiki.example.com",
        "https://Wiki.example.com:8443, https://wiki.example.com:8443",
        "https://wiki.example.com/*, https://wiki.example.com",
        "http://127.0.0.1:9000/cb?x=y, http://127.0.0.1:9000",
        "http://[::1]/cb, http://[::1]"
    })
    void areExact(String address, String origin) {
        assertThat(PostLogoutOrigins.origin(address)).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "https://*/login",
                "https://*.example.com/login",
                "https://wiki.example.com*",
                "http://localhost:*",
                "http://localhost:*/login",
                "http://127.0.0.1:3*/login",
                "https://person@wiki.example.com/login",
                "https:///login",
                "wiki:/login",
                "com.example.wiki://login",
                "urn:ietf:wg:oauth:2.0:oob",
                "${authBaseUrl}/login",
                "/login"
            })
    void areNotGuessed(String address) {
        assertThat(PostLogoutOrigins.origin(address)).isEmpty();
    }
}
