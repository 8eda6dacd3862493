package com.encvoy.keycloak.login.registration;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.authentication.FormContext;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class EmailInUseTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final FormContext context = Stub.of(FormContext.class);
    private final EmailSenderProviderFactory sender = Stub.of(EmailSenderProviderFactory.class);

    @BeforeEach
    void register() {
        when(context.getSession()).thenReturn(stage.session);
        when(context.getRealm()).thenReturn(stage.realm);
        when(context.getEvent()).thenReturn(stage.event);
        when(context.getUser()).thenReturn(ada);
        when(context.getAuthenticationSession()).thenReturn(stage.login);
        when(sender.getId()).thenReturn("default");
        when(stage.session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class))
                .thenReturn(sender);
    }

    private void haveMailServer(boolean configured) {
        when(stage.realm.getSmtpConfig()).thenReturn(configured ? Map.of("host", "mail.example") : Map.of());
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
    void isConcealedWhereAddressesAreVerified(boolean verifies, boolean mailServer, boolean concealed) {
        when(stage.realm.isVerifyEmail()).thenReturn(verifies);
        haveMailServer(mailServer);

        assertThat(EmailInUse.isConcealed(stage.session, stage.realm)).isEqualTo(concealed);
    }

    @Test
    void isToldToTheOwnerOfTheAddress() {
        EmailInUse.notifyOwner(context, "ADA@example.com");

        verify(stage.event).error("email_in_use");
        verify(stage.event).user(ada);
        verify(stage.event).detail("context", "address_taken");
        assertThat(stage.session.isAnythingLeft()).isTrue();
    }

    @Test
    void isToldToTheOwnerTwentyTimesAnHour() {
        for (int i = 0; i < 20; i++) {
            stage.session.forget();
            EmailInUse.notifyOwner(context, "ada@example.com");
            assertThat(stage.session.isAnythingLeft()).isTrue();
        }
        stage.session.forget();

        EmailInUse.notifyOwner(context, "ada@example.com");

        assertThat(stage.session.isAnythingLeft()).isFalse();
    }

    @Test
    void isToldToNobodyWhereTheAddressIsAUserName() {
        EmailInUse.notifyOwner(context, "free@example.com");

        verify(stage.event, never()).user(any(UserModel.class));
        assertThat(stage.session.isAnythingLeft()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, false, true",
        "true, false, false, false, true",
        "true, false, true, false, false",
        "false, false, false, false, false",
        "false, false, false, true, true",
        "false, false, true, true, false"
    })
    void thePasswordIsSetAfterTheAddressIsVerified(
            boolean verifies, boolean mailServer, boolean onForm, boolean byDefaultAction, boolean later) {
        when(stage.realm.isVerifyEmail()).thenReturn(verifies);
        haveMailServer(mailServer);
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setConfig(Map.of("always_set_password_on_register_form", String.valueOf(onForm)));
        when(context.getAuthenticatorConfig()).thenReturn(config);
        RequiredActionProviderModel verification = new RequiredActionProviderModel();
        verification.setDefaultAction(byDefaultAction);
        when(stage.realm.getRequiredActionProviderByAlias("VERIFY_EMAIL")).thenReturn(verification);
        stage.session.form.putSingle("password", "x");
        when(context.getHttpRequest()).thenReturn(stage.session.request);

        new DeferredRegistrationPassword().success(context);

        verify(ada, later ? times(1) : never()).addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
    }
}
