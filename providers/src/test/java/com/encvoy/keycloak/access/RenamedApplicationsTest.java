package com.encvoy.keycloak.access;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.provider.ProviderEvent;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class RenamedApplicationsTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("sentry");
    private final MemoryUser ada = realm.user("ada").with(AccessDecision.BLOCKED_ATTRIBUTE, "sentry", "grafana");
    private final MemoryUser bob = realm.user("bob").with(AccessDecision.BLOCKED_ATTRIBUTE, "sentry-id");
    private final ClientModel.ClientIdChangeEvent event = Stub.of(ClientModel.ClientIdChangeEvent.class);

    @BeforeEach
    void rename() {
        when(event.getUpdatedClient()).thenReturn(client);
        when(event.getKeycloakSession()).thenReturn(session.model());
        when(event.getPreviousClientId()).thenReturn("sentry");
        when(event.getNewClientId()).thenReturn("errors");
    }

    @Test
    void keepTheirBlockedPeople() {
        new RenamedApplications().onEvent(event);

        assertThat(ada.getAttributeStream(AccessDecision.BLOCKED_ATTRIBUTE)).containsExactly("errors", "grafana");
        assertThat(bob.getAttributeStream(AccessDecision.BLOCKED_ATTRIBUTE)).containsExactly("sentry-id");
    }

    @Test
    void nameEveryApplicationOnce() {
        ada.with(AccessDecision.BLOCKED_ATTRIBUTE, "sentry", "errors");

        new RenamedApplications().onEvent(event);

        assertThat(ada.getAttributeStream(AccessDecision.BLOCKED_ATTRIBUTE)).containsExactly("errors");
    }

    @Test
    void changeNothingWhereTheUpdateLeavesTheClientIdOut() {
        when(event.getNewClientId()).thenReturn(null);

        new RenamedApplications().onEvent(event);
        new RenamedApplications().onEvent(new ProviderEvent() {});

        assertThat(ada.getAttributeStream(AccessDecision.BLOCKED_ATTRIBUTE)).containsExactly("sentry", "grafana");
    }
}
