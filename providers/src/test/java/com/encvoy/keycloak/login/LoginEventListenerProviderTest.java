package com.encvoy.keycloak.login;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.mockito.Mockito;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class LoginEventListenerProviderTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final LoginEventListenerProvider listener = new LoginEventListenerProvider(stage.session);

    @BeforeEach
    void guard() {
        stage.guardApplications();
        when(stage.realm.getClientByClientId("sentry")).thenReturn(stage.client);
        when(stage.realm.getAttribute("encvoy.mail_password_changed")).thenReturn("false");
    }

    private static Event event(EventType type, Map<String, String> details) {
        Event event = new Event();
        event.setType(type);
        event.setRealmId("realm-id");
        event.setUserId("ada-id");
        event.setClientId("sentry");
        event.setSessionId("session-id");
        event.setDetails(details);
        return event;
    }

    private static AdminEvent change(ResourceType resource, OperationType operation, String path) {
        AdminEvent event = new AdminEvent();
        event.setResourceType(resource);
        event.setOperationType(operation);
        event.setResourcePath(path);
        event.setRealmId("realm-id");
        return event;
    }

    /** Looks at the sessions of a person. */
    private boolean asksForLostAccess() {
        return Mockito.mockingDetails(stage.session.sessions()).getInvocations().stream()
                .anyMatch(call -> call.getMethod().getName().equals("getUserSessionsStream"));
    }

    @Nested
    @DisplayName("A change by a person")
    class Change {

        @ParameterizedTest
        @CsvSource({"UPDATE_PROFILE, true", "UPDATE_EMAIL, true", "VERIFY_EMAIL, false", "LOGOUT, false"})
        void mayEndAccess(EventType type, boolean asks) {
            listener.onEvent(event(type, null));

            assertThat(asksForLostAccess()).isEqualTo(asks);
        }

        @Test
        void ofAnUnknownPersonOrRealmEndsNothing() {
            Event event = event(EventType.UPDATE_PROFILE, null);
            event.setUserId("unknown");
            listener.onEvent(event);
            event.setUserId(null);
            listener.onEvent(event);
            event.setRealmId("unknown");
            listener.onEvent(event);

            assertThat(asksForLostAccess()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"password, ada, true", "otp, ada, false", "password, eve, false", ", ada, false"})
        void ofThePasswordInALoginIsNoted(String credential, String inLogin, boolean noted) {
            when(stage.session.getContext().getAuthenticationSession()).thenReturn(stage.login);
            stage.isSignedIn(inLogin.equals("ada") ? ada : stage.person(inLogin));

            listener.onEvent(event(
                    EventType.UPDATE_CREDENTIAL, credential == null ? null : Map.of("credential_type", credential)));

            verify(ada, times(noted ? 1 : 0)).removeAttribute(UserModel.EMAIL_PENDING);
        }

        @Test
        void ofThePasswordElsewhereIsNot() {
            listener.onEvent(event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "password")));

            verify(ada, never()).removeAttribute(UserModel.EMAIL_PENDING);
        }
    }

    @Nested
    @DisplayName("A change by an administrator")
    class AdministratorsChange {

        @ParameterizedTest
        @EnumSource(
                value = ResourceType.class,
                names = {"USER", "CLIENT_ROLE_MAPPING", "REALM_ROLE_MAPPING", "GROUP_MEMBERSHIP", "GROUP", "CLIENT"})
        void mayEndAccess(ResourceType resource) {
            listener.onEvent(change(resource, OperationType.UPDATE, "users/ada-id"), false);

            assertThat(asksForLostAccess())
                    .isEqualTo(resource != ResourceType.GROUP && resource != ResourceType.CLIENT);
        }

        @ParameterizedTest
        @CsvSource({
            "CREATE, USER, users/ada-id, false", "DELETE, USER, users/ada-id, false",
            "DELETE, GROUP_MEMBERSHIP, users/ada-id/groups/x, true", "UPDATE, USER, users/unknown, false",
            "UPDATE, USER, clients/users/ada-id, false", "UPDATE, USER,, false"
        })
        void mayEndAccessOfAPersonWhoWasThereAndStays(
                OperationType operation, ResourceType resource, String path, boolean asks) {
            listener.onEvent(change(resource, operation, path), false);

            assertThat(asksForLostAccess()).isEqualTo(asks);
        }

        @Test
        void ofThePasswordIsNotedAndEndsNoAccess() {
            listener.onEvent(change(ResourceType.USER, OperationType.ACTION, "users/ada-id/reset-password"), false);

            verify(ada).removeAttribute(UserModel.EMAIL_PENDING);
            assertThat(asksForLostAccess()).isFalse();
        }
    }

    @Nested
    @DisplayName("A login")
    class Login {

        private final UserSessionModel browser = Stub.of(UserSessionModel.class);
        private final AuthenticatedClientSessionModel application = Stub.of(AuthenticatedClientSessionModel.class);

        @BeforeEach
        void signIn() {
            when(stage.session.getContext().getUserSession()).thenReturn(browser);
            when(browser.getId()).thenReturn("session-id");
            when(browser.getAuthenticatedClientSessionByClient("client-id")).thenReturn(application);
        }

        @ParameterizedTest
        @CsvSource({"session-id, 1", "another, 0"})
        void keepsTheBrowserSignedInWhereTheSessionIsItsOwn(String sessionId, int looks) {
            when(browser.getId()).thenReturn(sessionId);

            listener.onEvent(event(EventType.LOGIN, null));

            verify(browser, times(looks)).getAuthenticatedClientSessionByClient("client-id");
        }

        @ParameterizedTest
        @CsvSource({"true, false, true", "false, false, false", "true, true, false"})
        void makesAMemberWhereTheRealmGuardsAndThePersonIsAdmitted(boolean guards, boolean blocked, boolean member) {
            when(stage.client.getRole("USER")).thenReturn(Stub.of(RoleModel.class));
            if (!guards) {
                when(stage.realm.getRequiredActionProviderByAlias("encvoy-access-gate"))
                        .thenReturn(null);
            }
            if (blocked) {
                Stage.block(ada, "sentry");
            }

            listener.onEvent(event(EventType.LOGIN, null));

            assertThat(stage.session.isAnythingLeft()).isEqualTo(member);
        }
    }
}
