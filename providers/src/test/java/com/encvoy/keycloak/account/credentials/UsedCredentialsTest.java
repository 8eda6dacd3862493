package com.encvoy.keycloak.account.credentials;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

class UsedCredentialsTest {

    private final AuthenticationSessionModel login = Stub.of(AuthenticationSessionModel.class);
    private final EventBuilder event = Stub.builder(EventBuilder.class);

    @Test
    void theEventTellsTheTypesOnce() {
        when(login.getAuthNote(AuthenticationProcessor.AUTHN_CREDENTIALS))
                .thenReturn("[\"password\",\"otp\",\"password\"]");

        UsedCredentials.note(login, event);

        verify(event).detail("used_credential_types", "otp password");
    }

    @Test
    void aSilentSignInTellsNothing() {
        UsedCredentials.note(login, event);

        verifyNoInteractions(event);
    }

    @Test
    void theTypesAreReadFromTheEvent() {
        Event stored = new Event();
        assertThat(UsedCredentials.of(stored)).isEmpty();
        stored.setDetails(Map.of("used_credential_types", "otp password"));
        assertThat(UsedCredentials.of(stored)).containsExactlyInAnyOrder("otp", "password");
    }
}
