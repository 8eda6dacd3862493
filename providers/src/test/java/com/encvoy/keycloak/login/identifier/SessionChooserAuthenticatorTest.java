package com.encvoy.keycloak.login.identifier;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.mockito.ArgumentCaptor;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class SessionChooserAuthenticatorTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");

    @ParameterizedTest
    @CsvSource({
        "select_account,, true",
        "login select_account,, true",
        "login,, false",
        ",, false",
        ", true, true",
        ", false, false",
        "none, true, true"
    })
    void aPersonChoosesWhereTheRequestOrTheApplicationWantsIt(String prompt, String setting, boolean chooses) {
        if (prompt != null) {
            stage.login.setClientNote("prompt", prompt);
        }
        when(stage.client.getAttribute("encvoy.always_choose_session")).thenReturn(setting);

        assertThat(SessionChooserAuthenticator.mustChoose(stage.context)).isEqualTo(chooses);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, Lovelace, Ada Lovelace, AL",
        "Ada,, Ada, A",
        "' ', Lovelace, Lovelace, L",
        ",, ada, A",
        "élan, 𐐨x, élan 𐐨x, É𐐀"
    })
    void thePageNamesThePerson(String first, String last, String name, String initials) {
        when(ada.getFirstName()).thenReturn(first);
        when(ada.getLastName()).thenReturn(last);

        assertThat(shown())
                .containsEntry("name", name)
                .containsEntry("detail", "ada@example.com")
                .containsEntry("initials", initials);
    }

    @Test
    void thePageShowsTheUserNameWhereThereIsNoAddress() {
        when(ada.getEmail()).thenReturn(null);

        assertThat(shown()).containsEntry("detail", "ada").containsEntry("application", "sentry");
    }

    private Map<String, Object> shown() {
        LoginFormsProvider form = Stub.of(LoginFormsProvider.class);
        when(form.setAttribute(any(), any())).thenReturn(form);
        when(stage.context.form()).thenReturn(form);

        SessionChooserAuthenticator.page(stage.context, ada);

        verify(stage.context).setAuthenticationSelections(List.of());
        ArgumentCaptor<Map<String, Object>> shown = ArgumentCaptor.captor();
        verify(form).setAttribute(eq("encvoyChooser"), shown.capture());
        return shown.getValue();
    }
}
