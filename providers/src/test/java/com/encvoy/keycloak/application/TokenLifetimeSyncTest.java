package com.encvoy.keycloak.application;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class TokenLifetimeSyncTest {

    private static final String ACCESS = "encvoy.access_token_ttl";
    private static final String REFRESH = "encvoy.refresh_token_ttl";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("sentry");

    @BeforeEach
    void sessionsOfADay() {
        when(realm.model().getSsoSessionIdleTimeout()).thenReturn(86_400);
    }

    private void save() {
        ClientModel.ClientUpdatedEvent event = Stub.of(ClientModel.ClientUpdatedEvent.class);
        when(event.getUpdatedClient()).thenReturn(client);
        new TokenLifetimeSync().onEvent(event);
    }

    @Test
    void aLifetimeIsCarriedOverToKeycloaksSettings() {
        client.setAttribute(ACCESS, "600");
        client.setAttribute(REFRESH, "7200");
        save();

        assertThat(client.getAttribute("access.token.lifespan")).isEqualTo("600");
        assertThat(client.getAttribute("client.session.idle.timeout")).isEqualTo("7200");
        assertThat(client.getAttribute("client.offline.session.idle.timeout")).isEqualTo("7200");
        assertThat(client.getAttribute(ACCESS + ".applied")).isEqualTo("600");
    }

    @Test
    void aLifetimeBeyondTheBrowserSessionIsForOfflineAccessOnly() {
        client.setAttribute(REFRESH, "2592000");
        save();

        assertThat(client.getAttribute("client.session.idle.timeout"))
                .as("Keycloak would refuse to save the client")
                .isNull();
        assertThat(client.getAttribute("client.offline.session.idle.timeout")).isEqualTo("2592000");
    }

    @Test
    void aBrowserThatIsRememberedHasALongerSession() {
        when(realm.model().isRememberMe()).thenReturn(true);
        when(realm.model().getSsoSessionIdleTimeoutRememberMe()).thenReturn(2_592_000);
        client.setAttribute(REFRESH, "2592000");
        save();

        assertThat(client.getAttribute("client.session.idle.timeout")).isEqualTo("2592000");
    }

    @Test
    void aCopyFromBeforeIsCorrectedWhenTheClientIsSaved() {
        client.setAttribute(REFRESH, "2592000");
        client.setAttribute(REFRESH + ".applied", "2592000");
        client.setAttribute("client.session.idle.timeout", "2592000");
        save();

        assertThat(client.getAttribute("client.session.idle.timeout")).isNull();
    }

    @Test
    void whatWasCarriedOverFollowsItsSettingAndGoesWithIt() {
        client.setAttribute(ACCESS, "600");
        save();
        client.setAttribute(ACCESS, "900");
        save();
        assertThat(client.getAttribute("access.token.lifespan")).isEqualTo("900");

        client.removeAttribute(ACCESS);
        save();
        assertThat(client.getAttribute("access.token.lifespan")).isNull();
        assertThat(client.getAttribute(ACCESS + ".applied")).isNull();
    }

    @Test
    void aValueThatIsNotAllowedCountsAsNone() {
        client.setAttribute(ACCESS, "600");
        save();
        client.setAttribute(ACCESS, "59");
        save();

        assertThat(client.getAttribute("access.token.lifespan")).isNull();
    }

    @Test
    void keycloaksSettingThatWasMadeByHandStays() {
        client.setAttribute("access.token.lifespan", "120");
        save();
        assertThat(client.getAttribute("access.token.lifespan")).isEqualTo("120");

        client.setAttribute(ACCESS, "600");
        save();
        client.setAttribute("access.token.lifespan", "130");
        save();
        assertThat(client.getAttribute("access.token.lifespan")).isEqualTo("130");
    }

    @Test
    void everyClientOfANewRealmHasItsLifetimes() {
        client.setAttribute(ACCESS, "600");
        RealmModel.RealmPostCreateEvent event = Stub.of(RealmModel.RealmPostCreateEvent.class);
        when(event.getCreatedRealm()).thenAnswer(call -> realm.model());

        new TokenLifetimeSync().onEvent(event);

        assertThat(client.getAttribute("access.token.lifespan")).isEqualTo("600");
    }

    @Test
    void otherEventsAreIgnored() {
        client.setAttribute(ACCESS, "600");

        new TokenLifetimeSync().onEvent(new ProviderEvent() {});

        assertThat(client.getAttribute("access.token.lifespan")).isNull();
    }
}
