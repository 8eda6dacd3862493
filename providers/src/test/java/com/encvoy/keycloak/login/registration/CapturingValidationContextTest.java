package com.encvoy.keycloak.login.registration;

import java.util.List;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.models.utils.FormMessage;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class CapturingValidationContextTest {

    private static final List<FormMessage> SHOWN = List.of(new FormMessage("username", "shown"));

    private final Stage stage = new Stage();
    private final ValidationContext keycloaks = Stub.of(ValidationContext.class);
    private final CapturingValidationContext validation = new CapturingValidationContext(keycloaks);

    @BeforeEach
    void haveARequest() {
        when(keycloaks.getHttpRequest()).thenReturn(stage.session.request);
    }

    @Test
    void showsNothingOfWhatKeycloakFinds() {
        FormMessage found = new FormMessage("email", "emailExistsMessage");
        validation.error("email_in_use");
        validation.validationError(new MultivaluedHashMap<>(), List.of(found));
        validation.success();

        assertThat(validation.messages()).containsExactly(found);
        verify(keycloaks, never()).error(any());
        verify(keycloaks, never()).validationError(any(), any());
        verify(keycloaks, never()).success();
    }

    @Test
    void showsOtherMessagesWithTheErrorAndTheFormThatKeycloakHasGiven() {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        validation.error("email_in_use");
        validation.validationError(form, List.of());

        validation.show(SHOWN);

        verify(keycloaks).error("email_in_use");
        verify(keycloaks).validationError(form, SHOWN);
    }

    @Test
    void showsMessagesWithTheFormOfTheRequestWhereKeycloakHasFoundNothing() {
        validation.show(SHOWN);

        verify(keycloaks).error("invalid_registration");
        verify(keycloaks).validationError(stage.session.form, SHOWN);
    }

    @Test
    void isKeycloaksOtherwise() {
        when(keycloaks.getRealm()).thenReturn(stage.realm);
        validation.excludeOtherErrors();
        validation.setUser(null);

        assertThat(validation.getRealm()).isSameAs(stage.realm);
        assertThat(validation.getHttpRequest()).isSameAs(stage.session.request);
        verify(keycloaks).excludeOtherErrors();
        verify(keycloaks).setUser(null);
    }
}
