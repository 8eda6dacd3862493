package com.encvoy.keycloak.login.code;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.login.flow.Claimant;
import com.encvoy.keycloak.stage.Person;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class AnotherProofTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final AnotherProof another = new AnotherProof(stage.context);
    private final Authenticator password = Stub.of(Authenticator.class);
    private final Authenticator method = Stub.of(Authenticator.class);
    private final AuthenticationExecutionModel sibling = new AuthenticationExecutionModel();

    @BeforeEach
    void offerAnotherMethodThatIsNotSetUp() {
        stage.step.setRequirement(Requirement.ALTERNATIVE);
        sibling.setId("sibling");
        sibling.setAuthenticator("sibling");
        sibling.setRequirement(Requirement.ALTERNATIVE);
        AuthenticatorFactory factory = Stub.of(AuthenticatorFactory.class);
        when(factory.create(stage.session)).thenReturn(method);
        when(stage.session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, "sibling"))
                .thenReturn(factory);
        when(stage.realm.getAuthenticationExecutionsStream("forms")).thenAnswer(call -> Stream.of(stage.step, sibling));
        when(stage.session.getProvider(Authenticator.class, "encvoy-password")).thenReturn(password);
        LoginFormsProvider form = Stub.of(LoginFormsProvider.class);
        when(form.setError(any())).thenReturn(form);
        when(stage.context.form()).thenReturn(form);
        stage.isSignedIn(ada);
    }

    private void isSetUp(boolean setUp) {
        when(method.configuredFor(stage.session, stage.realm, ada)).thenReturn(setUp);
    }

    private void ask() {
        another.ask(Claimant.of(stage.context));
    }

    @Test
    void isAnotherMethodThatIsSetUp() {
        Person.setPassword(ada, "first", 1);
        isSetUp(true);

        ask();

        verify(stage.context).attempted();
        verify(password, never()).authenticate(any());
    }

    @Test
    void isThePasswordWhereNoOtherMethodIsSetUp() {
        Person.setPassword(ada, "first", 1);

        ask();

        verify(password).authenticate(stage.context);
        assertThat(another.isAwaited()).isTrue();
        another.action();
        verify(password).action(stage.context);
    }

    @Test
    void isNotAwaitedInAnotherStep() {
        Person.setPassword(ada, "first", 1);
        ask();
        stage.step.setId("another-step");

        assertThat(another.isAwaited()).isFalse();
    }

    @Test
    void isNotThePasswordWhenItIsRecovered() {
        Person.setPassword(ada, "first", 1);
        stage.isIn("recovery");

        ask();

        assertRefused();
    }

    @Test
    void isNoneWithoutAPassword() {
        ask();

        assertRefused();
    }

    @Test
    void isNoneForUnknownPeople() {
        stage.isSignedIn(null);

        ask();

        assertRefused();
    }

    private void assertRefused() {
        verify(stage.event).error("invalid_user_credentials");
        verify(stage.context).forceChallenge(any());
        verify(password, never()).authenticate(any());
        assertThat(another.isAwaited()).isFalse();
    }

    @Test
    void isNoMethodOfARequiredStep() {
        isSetUp(true);
        stage.step.setRequirement(Requirement.REQUIRED);

        assertThat(hasAlternative()).isFalse();
    }

    @Test
    void isNoMethodThatIsDisabledOrAFlowOrUnknown() {
        isSetUp(true);
        assertThat(hasAlternative()).isTrue();

        sibling.setRequirement(Requirement.DISABLED);
        assertThat(hasAlternative()).isFalse();
        sibling.setRequirement(Requirement.ALTERNATIVE);
        sibling.setAuthenticatorFlow(true);
        assertThat(hasAlternative()).isFalse();
        sibling.setAuthenticatorFlow(false);
        sibling.setAuthenticator("uninstalled");
        assertThat(hasAlternative()).isFalse();
    }

    private boolean hasAlternative() {
        return new CodeProof(stage.context).hasAlternative(ada);
    }
}
