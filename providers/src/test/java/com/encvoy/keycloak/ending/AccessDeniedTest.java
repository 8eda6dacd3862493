package com.encvoy.keycloak.ending;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.sessions.RootAuthenticationSessionModel;
import org.mockito.ArgumentCaptor;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class AccessDeniedTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final UserModel grace = stage.person("grace");
    private final LoginFormsProvider form = Stub.of(LoginFormsProvider.class);
    private final UserSessionModel signedIn = Stub.of(UserSessionModel.class);

    @BeforeEach
    void haveAPage() {
        RootAuthenticationSessionModel root = Stub.of(RootAuthenticationSessionModel.class);
        when(root.getId()).thenReturn("root");
        when(stage.login.getParentSession()).thenReturn(root);
        UserSessionProvider sessions = stage.session.sessions();
        when(sessions.getUserSession(stage.realm, "root")).thenReturn(signedIn);
        when(signedIn.getUser()).thenReturn(grace);
        when(form.setAttribute(any(), any())).thenReturn(form);
        when(form.createForm("encvoy-access-denied.ftl"))
                .thenReturn(Response.ok("page").build());
        when(stage.context.form()).thenReturn(form);
        stage.isSignedIn(ada);
    }

    private Map<String, Object> shown() {
        assertThat(AccessDenied.page(stage.context, "blocked").getStatus()).isEqualTo(403);
        ArgumentCaptor<Map<String, Object>> shown = ArgumentCaptor.captor();
        verify(form).setAttribute(eq("encvoyDenied"), shown.capture());
        return shown.getValue();
    }

    @ParameterizedTest
    @CsvSource({"ada@example.com, help@example.com, ada@example.com", ",, ada"})
    void isExplainedOnAPage(String email, String contact, String account) {
        when(ada.getEmail()).thenReturn(email);
        when(stage.client.getAttribute("encvoy.contact")).thenReturn(contact);

        Map<String, Object> shown = shown();

        assertThat(shown)
                .containsEntry("application", "sentry")
                .containsEntry("reason", "blocked")
                .containsEntry("code", "access_denied (blocked)")
                .containsEntry("account", account);
        assertThat(shown.get("contact")).isEqualTo(contact);
        assertThat(shown.get("contactLink")).isEqualTo(contact == null ? null : "mailto:" + contact);
        verify(stage.event).detail("reason", "blocked");
        verify(stage.event).detail("reference", (String) shown.get("reference"));
        verify(stage.event).error("access_denied");
    }

    @Test
    void saysWhoIsSignedInOnlyWhereThisPersonHasASession() {
        assertThat(shown()).as("the session is another person’s").containsEntry("signedIn", false);
    }

    @Test
    void saysWhoIsSignedInWhereThereIsASession() {
        when(signedIn.getUser()).thenReturn(ada);

        assertThat(shown()).containsEntry("signedIn", true);
    }
}
