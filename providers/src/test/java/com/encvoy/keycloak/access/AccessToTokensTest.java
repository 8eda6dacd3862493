package com.encvoy.keycloak.access;

import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RequiredActionProviderModel;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class AccessToTokensTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("sentry");
    private final MemoryUser ada = realm.user("ada");

    private void gate(boolean enabled) {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setEnabled(enabled);
        when(realm.model().getRequiredActionProviderByAlias("encvoy-access-gate"))
                .thenReturn(action);
    }

    @Test
    void aRealmGuardsApplicationsWhereItHasTheActionAndItIsEnabled() {
        assertThat(AccessDecision.guards(realm.model())).isFalse();
        gate(false);
        assertThat(AccessDecision.guards(realm.model())).isFalse();
        gate(true);
        assertThat(AccessDecision.guards(realm.model())).isTrue();
    }

    @Test
    void nothingIsDecidedInARealmThatDoesNotGuard() {
        ada.with(AccessDecision.BLOCKED_ATTRIBUTE, "sentry");

        assertThat(AccessDecision.ofTokens(client, ada)).isEqualTo(AccessDecision.ALLOWED);
        gate(true);
        assertThat(AccessDecision.ofTokens(client, ada)).isEqualTo(AccessDecision.BLOCKED);
    }

    @Test
    void aPersonNeedsWhatALoginNeeds() {
        gate(true);
        client.setAttribute("encvoy.authorize_only_employees", "true");

        assertThat(AccessDecision.ofTokens(client, ada)).isEqualTo(AccessDecision.ONLY_EMPLOYEES);
    }

    @Test
    void aServiceAccountNeedsNotToBeBlocked() {
        gate(true);
        client.setAttribute("encvoy.authorize_only_employees", "true");
        ada.setServiceAccountClientLink("sentry-id");

        assertThat(AccessDecision.ofTokens(client, ada)).isEqualTo(AccessDecision.ALLOWED);
        ada.with(AccessDecision.BLOCKED_ATTRIBUTE, "sentry");
        assertThat(AccessDecision.ofTokens(client, ada)).isEqualTo(AccessDecision.BLOCKED);
    }

    @Test
    void anAccountThatIsToBeDeletedGetsNoTokenInAnyRealm() {
        ada.with(DeletionMark.ATTRIBUTE, "2030-01-01");

        assertThat(AccessDecision.ofTokens(client, ada)).isEqualTo(AccessDecision.TO_BE_DELETED);
        gate(true);
        assertThat(AccessDecision.ofTokens(client, ada)).isEqualTo(AccessDecision.TO_BE_DELETED);
        assertThat(AccessDecision.decide(client, ada))
                .as("a sign-in gets as far as the question whether to restore it")
                .isEqualTo(AccessDecision.ALLOWED);
    }
}
