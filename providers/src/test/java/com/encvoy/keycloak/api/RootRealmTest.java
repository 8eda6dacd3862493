package com.encvoy.keycloak.api;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.resource.RealmResourceProvider;

import com.encvoy.keycloak.access.RenamedApplications;
import com.encvoy.keycloak.application.ClientSecretGuard;
import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.application.TokenLifetimeSync;
import com.encvoy.keycloak.application.registration.PostLogoutOrigins;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class RootRealmTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final KeycloakSession session = new MemorySession(realm).model();
    private final ApiResourceProviderFactory api = new ApiResourceProviderFactory();

    private static Config.Scope option(String value) {
        Config.Scope scope = Stub.of(Config.Scope.class);
        when(scope.get("root-realm")).thenReturn(value);
        return scope;
    }

    private RealmModel find() {
        return ApiResourceProviderFactory.findRootRealm(session);
    }

    @BeforeEach
    void server() {
        when(session.getKeycloakSessionFactory().getProviderFactory(RealmResourceProvider.class, "api"))
                .thenAnswer(call -> api);
    }

    @ParameterizedTest
    @CsvSource({"acme, acme", "' acme ', acme", "' ', encvoy", "'', encvoy", ", encvoy"})
    void isTheOptionElseEncvoy(String value, String expected) {
        assertThat(RootRealm.from(option(value)).name()).isEqualTo(expected);
        api.init(option(value));
        assertThat(api.getOperationalInfo())
                .isEqualTo(Map.of("Version", "development", "Root realm", expected, "Issuer of /oidc", "the server"));
    }

    @ParameterizedTest
    @CsvSource({"false, false", "FALSE, false", "true, true", "nonsense, true", "'', true", ", true"})
    void isAnIssuerOfItsOwnUnlessSwitchedOff(String value, boolean expected) {
        Config.Scope scope = option(null);
        when(scope.get("root-issuer")).thenReturn(value);

        api.init(scope);

        assertThat(api.hasRootIssuer()).isEqualTo(expected);
        assertThat(api.getOperationalInfo()).containsEntry("Issuer of /oidc", expected ? "the server" : "switched off");
    }

    @Test
    void servesItselfAtTheServer() {
        assertThat(api.serves(realm.model())).isTrue();
        assertThat(api.serves(new MemoryRealm("staff").model())).isFalse();
    }

    @Test
    void isFoundByItsNameOnceAndByItsIdAfterwards() {
        assertThat(find()).isSameAs(realm.model());
        verify(session.realms(), never()).getRealm("encvoy-id");
        assertThat(find()).isSameAs(realm.model());
        verify(session.realms()).getRealmByName("encvoy");
        verify(session.realms()).getRealm("encvoy-id");
    }

    @Test
    void isMissingUntilAnAdministratorMakesIt() {
        api.init(option("acme"));
        assertThat(find()).isNull();
        when(session.realms().getRealmByName("acme")).thenReturn(realm.model());
        assertThat(find()).isSameAs(realm.model());
    }

    @Test
    void isAnotherOneOnceItHasBeenRenamed() {
        find();
        when(realm.model().getName()).thenReturn("old");
        RealmModel successor = new MemoryRealm("encvoy").model();
        when(session.realms().getRealmByName("encvoy")).thenReturn(successor);

        assertThat(find()).isSameAs(successor);
    }

    @Test
    void isNotRememberedOnceItIsGone() {
        find();
        when(session.realms().getRealm("encvoy-id")).thenReturn(null);
        when(session.realms().getRealmByName("encvoy")).thenReturn(null);

        assertThat(find()).isNull();
        assertThat(find()).isNull();
        verify(session.realms(), times(1)).getRealm("encvoy-id");
    }

    @Test
    void theProviderThatKnowsItWatchesWhatBecomesOfClients() {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        api.postInit(factory);
        api.close();

        verify(factory).register(isA(ClientSecretGuard.class));
        verify(factory).register(isA(TokenLifetimeSync.class));
        verify(factory).register(isA(NarrowScope.class));
        verify(factory).register(isA(PostLogoutOrigins.class));
        verify(factory).register(isA(RenamedApplications.class));
        assertThat(api.getId()).isEqualTo("api");
    }

    @Test
    void isDescribedWithItsDefault() {
        assertThat(api.getConfigMetadata())
                .extracting(ProviderConfigProperty::getName, ProviderConfigProperty::getDefaultValue)
                .containsExactly(tuple("root-realm", "encvoy"), tuple("root-issuer", true));
        assertThat(new HashMap<>(api.getOperationalInfo())).containsEntry("Root realm", "encvoy");
    }
}
