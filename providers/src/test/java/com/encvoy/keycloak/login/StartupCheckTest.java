package com.encvoy.keycloak.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

import com.encvoy.keycloak.login.code.EmailCodeAuthenticatorFactory;
import com.encvoy.keycloak.login.gate.AccessMapper;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class StartupCheckTest {

    private final Stage stage = new Stage();
    private final ClientScopeModel scope = Stub.of(ClientScopeModel.class);
    private final Logger logger = Logger.getLogger(StartupCheck.class.getName());
    private final List<String> log = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(line.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        EmailSenderProviderFactory sender = Stub.of(EmailSenderProviderFactory.class);
        when(sender.getId()).thenReturn("default");
        when(stage.session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class))
                .thenReturn(sender);
        when(stage.session.realms().getRealmsStream()).thenAnswer(call -> Stream.of(stage.realm));
        when(stage.realm.isEnabled()).thenReturn(true);
        when(stage.realm.getClientsStream()).thenAnswer(call -> Stream.of(stage.client));
        when(stage.realm.getClientScopesStream()).thenAnswer(call -> Stream.of(scope));
        when(stage.client.isEnabled()).thenReturn(true);
        when(scope.getName()).thenReturn("encvoy");
        when(scope.getRealm()).thenReturn(stage.realm);
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setProtocolMapper(AccessMapper.PROVIDER_ID);
        when(scope.getProtocolMappersStream()).thenAnswer(call -> Stream.of(mapper));
        stage.guardApplications();
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private List<String> warnings() {
        StartupCheck.run(stage.session.getKeycloakSessionFactory());
        return log;
    }

    private void restrict() {
        when(stage.client.getAttribute("encvoy.authorize_only_admins")).thenReturn("true");
    }

    @Nested
    @DisplayName("Administrators are told of applications")
    class Applications {

        @Test
        void notWhereAllIsWell() {
            assertThat(warnings()).isEmpty();
        }

        @Test
        void thatAreRestrictedButGiveOutTokensWithoutAsking() {
            restrict();

            assertThat(warnings()).singleElement().asString().startsWith("Client 'sentry' of realm 'demo' restricts");
        }

        @Test
        void notWhereTheScopeAsks() {
            restrict();
            when(stage.client.getClientScopes(true)).thenReturn(Map.of("encvoy", scope));

            assertThat(warnings()).isEmpty();
        }

        @Test
        void thatCarryAllRolesOfAPerson() {
            when(stage.client.getClientScopes(true)).thenReturn(Map.of("encvoy", scope));
            when(stage.client.isFullScopeAllowed()).thenReturn(true);

            assertThat(warnings()).singleElement().asString().startsWith("Access tokens of client 'sentry'");
        }

        @Test
        void whoseScopeIsOfAnEarlierVersion() {
            when(scope.getProtocolMappersStream()).thenAnswer(call -> Stream.empty());

            assertThat(warnings()).singleElement().asString().startsWith("The client scope 'encvoy' of realm 'demo'");
        }

        @Test
        void notOfThoseThatAreDisabledOrOfARealmThatIsNotGuardedOrDisabled() {
            restrict();
            when(stage.client.isEnabled()).thenReturn(false);
            assertThat(warnings()).isEmpty();

            when(stage.client.isEnabled()).thenReturn(true);
            when(stage.realm.isEnabled()).thenReturn(false);
            assertThat(warnings()).isEmpty();

            when(stage.realm.isEnabled()).thenReturn(true);
            when(stage.realm.getRequiredActionProviderByAlias("encvoy-access-gate"))
                    .thenReturn(null);
            assertThat(warnings()).isEmpty();
        }
    }

    @Nested
    @DisplayName("Administrators are told of a mail server that is missing")
    class MissingMailServer {

        private final AuthenticationExecutionModel step = new AuthenticationExecutionModel();

        @BeforeEach
        void sendCodesInASubflow() {
            AuthenticationExecutionModel subflow = new AuthenticationExecutionModel();
            subflow.setAuthenticatorFlow(true);
            subflow.setRequirement(Requirement.ALTERNATIVE);
            subflow.setFlowId("forms");
            step.setAuthenticator(EmailCodeAuthenticatorFactory.PROVIDER_ID);
            step.setRequirement(Requirement.ALTERNATIVE);
            AuthenticationFlowModel forms = new AuthenticationFlowModel();
            forms.setId("forms");
            when(stage.realm.getAuthenticationFlowById("forms")).thenReturn(forms);
            when(stage.realm.getAuthenticationExecutionsStream("recovery")).thenAnswer(call -> Stream.of(subflow));
            when(stage.realm.getAuthenticationExecutionsStream("forms")).thenAnswer(call -> Stream.of(step));
        }

        @Test
        void whereCodesAreSent() {
            assertThat(warnings()).singleElement().asString().contains("'demo' has no mail server", "sent. Set");
        }

        @Test
        void andThatAddressesOfNewAccountsAreNotVerified() {
            when(stage.realm.isRegistrationAllowed()).thenReturn(true);

            assertThat(warnings()).singleElement().asString().contains("registration does not verify");
        }

        @Test
        void notWhereThereIsOne() {
            when(stage.realm.getSmtpConfig()).thenReturn(Map.of("host", "mail.example"));

            assertThat(warnings()).isEmpty();
        }

        @Test
        void notWhereNoCodesAreSent() {
            step.setRequirement(Requirement.DISABLED);
            assertThat(warnings()).isEmpty();

            step.setRequirement(Requirement.ALTERNATIVE);
            step.setAuthenticator("another");
            assertThat(warnings()).isEmpty();
        }
    }
}
