package com.encvoy.keycloak.alert;

import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.ClientConnection;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.ReadOnlyException;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.memory.Outbox;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

class AlertsTest {

    private static final String BEFORE = "encvoy.first_sign_in";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryUser ada = realm.user("ada")
            .withVerifiedEmail("ada@example.com")
            .with("locale", "de")
            .with(BEFORE, "1");
    private final Alerts alerts = new Alerts(session.model(), realm.model(), ada);
    private Outbox outbox;

    @BeforeEach
    void outbox() throws EmailException {
        outbox = new Outbox(session);
        when(realm.model().getSmtpConfig()).thenReturn(Map.of("host", "mail"));
        when(realm.model().isVerifyEmail()).thenReturn(true);
        when(realm.model().getDisplayName()).thenReturn("Example");
    }

    private Outbox.Sent sent() {
        outbox.work();
        assertThat(outbox.isIdle()).isTrue();
        return outbox.sent().get(outbox.sent().size() - 1);
    }

    private void assertNothingSent() {
        assertThat(session.enlisted()).isEmpty();
    }

    private static Event event(EventType type, Map<String, String> details) {
        Event event = new Event();
        event.setType(type);
        event.setDetails(details);
        return event;
    }

    private static AdminEvent byAdministrator(OperationType operation, String path, Map<String, String> details) {
        AdminEvent event = new AdminEvent();
        event.setOperationType(operation);
        event.setResourcePath(path);
        event.setDetails(details);
        return event;
    }

    private void inLogin(boolean singleSignOn) {
        AuthenticationSessionModel login = Stub.of(AuthenticationSessionModel.class);
        KeycloakContext context = session.model().getContext();
        when(context.getAuthenticationSession()).thenReturn(login);
        when(login.getAuthNote(AuthenticationManager.SSO_AUTH)).thenReturn(String.valueOf(singleSignOn));
    }

    @Nested
    @DisplayName("A sign-in")
    class SignIn {

        @Test
        void withANewBrowserIsTold() {
            ClientConnection connection = session.model().getContext().getConnection();
            when(connection.getRemoteHost()).thenReturn("203.0.113.7");
            realm.client("encvoy-dashboard");
            enable("encvoy-dashboard");
            realm.client("account");
            enable("account");

            alerts.signedIn(false);

            Outbox.Sent mail = sent();
            assertThat(mail.template()).isEqualTo("encvoy-new-browser.ftl");
            assertThat(mail.subject()).isEqualTo("encvoyMail.new-browser.subject");
            assertThat(mail.address()).isEqualTo("ada@example.com");
            assertThat(mail.language()).isEqualTo("de");
            assertThat(mail.shown())
                    .containsEntry("application", "Example")
                    .containsEntry("address", "203.0.113.7")
                    .containsEntry("link", "https://id.example.com/realms/encvoy/dashboard/activity");
            assertThat(mail.shown().get("when").toString()).endsWith(" UTC");
            Event event = (Event) session.fired().get(0);
            assertThat(event.getType()).isEqualTo(EventType.SEND_VERIFY_EMAIL);
            assertThat(event.getDetails()).containsEntry("context", "new_browser");
        }

        private void enable(String clientId) {
            when(realm.model().getClientByClientId(clientId).isEnabled()).thenReturn(true);
        }

        @Test
        void linksToTheAccountConsoleWithoutADashboard() {
            realm.client("account-console");
            enable("account-console");
            alerts.signedIn(false);
            assertThat(sent().shown()).containsEntry("link", "https://id.example.com/realms/encvoy/account/");
        }

        @Test
        void linksNowhereWithoutEither() {
            alerts.signedIn(false);
            assertThat(sent().shown()).doesNotContainKey("link");
        }

        @Test
        void withAKnownBrowserIsNot() {
            alerts.signedIn(true);
            assertNothingSent();
        }

        @Test
        void isNotToldTheFirstTimeButTheSecond() {
            ada.getAttributes().remove(BEFORE);
            alerts.signedIn(false);
            assertNothingSent();
            assertThat(ada.getFirstAttribute(BEFORE)).isNotNull();

            alerts.signedIn(false);
            assertThat(sent().template()).isEqualTo("encvoy-new-browser.ftl");
        }

        @Test
        void isNotToldWhereADirectoryKeepsNothing() {
            UserModel reader = Stub.of(UserModel.class);
            doThrow(new ReadOnlyException("directory")).when(reader).setSingleAttribute(any(), any());

            new Alerts(session.model(), realm.model(), reader).signedIn(false);

            assertNothingSent();
        }

        @Test
        void isToldTenTimesADay() {
            for (int i = 0; i < 11; i++) {
                alerts.signedIn(false);
            }
            assertThat(session.enlisted()).hasSize(10);
            assertThat(((Event) session.fired().get(0)).getError()).isEqualTo("slow_down");
        }
    }

    @Nested
    @DisplayName("No mail is sent")
    class None {

        private void assertSilent(Consumer<Alerts> act) {
            act.accept(alerts);
            assertNothingSent();
            assertThat(session.fired()).isEmpty();
        }

        @Test
        void toAnAddressThatIsNotVerified() {
            ada.setEmailVerified(false);
            assertSilent(told -> told.signedIn(false));

            when(realm.model().isVerifyEmail()).thenReturn(false);
            alerts.signedIn(false);
            assertThat(sent().address()).isEqualTo("ada@example.com");
        }

        @Test
        void withoutAnAddress() {
            ada.with(UserModel.EMAIL, " ");
            assertSilent(told -> told.signedIn(false));
        }

        @Test
        void withoutAMailServer() {
            when(realm.model().getSmtpConfig()).thenReturn(Map.of());
            assertSilent(told -> told.signedIn(false));
        }

        @Test
        void ofWhatTheRealmHasSwitchedOff() {
            for (String name : new String[] {"new_browser", "email_changed", "factor_changed", "password_changed"}) {
                realm.model().setAttribute("encvoy.mail_" + name, "false");
            }
            AddressBefore.note(session.model(), ada);
            assertSilent(told -> {
                told.signedIn(false);
                told.changed(event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "otp")));
                told.changed(event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "password")));
                ada.withVerifiedEmail("new@example.com");
                told.changed(event(EventType.UPDATE_EMAIL, null));
            });
        }

        @ParameterizedTest
        @EnumSource(
                value = EventType.class,
                names = {"UPDATE_TOTP", "REMOVE_TOTP", "UPDATE_PASSWORD", "LOGIN", "UPDATE_CREDENTIAL_ERROR"})
        void ofOtherEvents(EventType type) {
            assertThat(Alerts.concern(type)).isFalse();
            assertSilent(told -> told.changed(event(type, Map.of("credential_type", "otp"))));
        }

        @Test
        void ofACredentialThatGetsAnotherName() {
            assertSilent(told -> told.changed(
                    event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "otp", "context", "ACCOUNT"))));
        }

        @Test
        void whileAPersonCompletesTheAccount() {
            ada.getAttributes().remove(BEFORE);
            inLogin(false);
            assertSilent(told -> {
                told.changed(event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "password")));
                told.changed(event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "otp")));
            });

            inLogin(true);
            alerts.changed(event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "otp")));
            assertThat(sent().template()).isEqualTo("encvoy-factor-changed.ftl");
        }

        @Test
        void ofAnAccountThatAnAdministratorHasJustCreated() {
            ada.getAttributes().remove(BEFORE);
            ada.setCreatedTimestamp(Time.currentTimeMillis() - 60_000);
            assertSilent(
                    told -> told.changed(byAdministrator(OperationType.ACTION, "users/ada-id/reset-password", null)));

            ada.setCreatedTimestamp(Time.currentTimeMillis() - 25 * 3_600_000L);
            alerts.changed(byAdministrator(OperationType.ACTION, "users/ada-id/reset-password", null));
            assertThat(sent().template()).isEqualTo("encvoy-password-changed.ftl");
        }

        @ParameterizedTest
        @ValueSource(strings = {"users/ada-id/role-mappings/realm", "users/ada-id/credentials/x/moveToFirst", "users"})
        void ofOtherChangesByAdministrators(String path) {
            assertSilent(told -> told.changed(byAdministrator(OperationType.ACTION, path, null)));
        }
    }

    @Nested
    @DisplayName("A change")
    class Change {

        @ParameterizedTest
        @CsvSource({
            "UPDATE_CREDENTIAL, otp, added, otp",
            "UPDATE_CREDENTIAL, webauthn, added, key",
            "UPDATE_CREDENTIAL, webauthn-passwordless, added, passkey",
            "UPDATE_CREDENTIAL, recovery-authn-codes, added, codes",
            "UPDATE_CREDENTIAL, hardware, added, other",
            "REMOVE_CREDENTIAL, otp, removed, otp",
            "REMOVE_CREDENTIAL, password, removed, password",
            "REMOVE_CREDENTIAL,, removed, other",
        })
        void ofAFactorIsTold(EventType type, String credential, String change, String factor) {
            alerts.changed(event(type, credential == null ? null : Map.of("credential_type", credential)));

            assertThat(sent().shown())
                    .containsEntry("change", change)
                    .containsEntry("factor", factor)
                    .containsEntry("administrator", false);
        }

        @Test
        void ofAFactorByAnAdministratorIsToldWithoutTheirAddress() {
            ClientConnection connection = session.model().getContext().getConnection();
            when(connection.getRemoteHost()).thenReturn("203.0.113.7");

            alerts.changed(byAdministrator(
                    OperationType.ACTION, "users/ada-id/credentials/x", Map.of("credential_type", "otp")));

            assertThat(sent().shown())
                    .containsEntry("administrator", true)
                    .containsEntry("factor", "otp")
                    .doesNotContainKey("address");
        }

        @Test
        void ofThePasswordIsTold() {
            alerts.changed(event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "password")));
            assertThat(sent().shown()).containsEntry("how", "self");

            alerts.changed(byAdministrator(OperationType.ACTION, "users/ada-id/reset-password", null));
            assertThat(sent().shown()).containsEntry("how", "administrator");
        }

        @ParameterizedTest
        @EnumSource(
                value = EventType.class,
                names = {"UPDATE_EMAIL", "UPDATE_PROFILE"})
        void ofTheAddressIsToldToTheOldOneOnce(EventType type) {
            AddressBefore.note(session.model(), ada);
            ada.withVerifiedEmail("new@example.com");

            alerts.changed(event(type, null));
            alerts.changed(event(EventType.UPDATE_EMAIL, null));

            Outbox.Sent mail = sent();
            assertThat(mail.address()).isEqualTo("ada@example.com");
            assertThat(mail.shown()).containsEntry("administrator", false);
        }

        @Test
        void ofTheAddressByAnAdministratorIsTold() {
            AddressBefore.note(session.model(), ada);
            ada.setEmailVerified(false);
            ada.with(UserModel.EMAIL, "new@example.com");

            alerts.changed(byAdministrator(OperationType.UPDATE, "users/ada-id", null));

            Outbox.Sent mail = sent();
            assertThat(mail.address()).isEqualTo("ada@example.com");
            assertThat(mail.shown()).containsEntry("administrator", true);
        }

        @Test
        void ofTheAddressIsNotToldIfTheOldOneWasNotVerifiedOrIsTheSame() {
            AddressBefore.note(session.model(), ada);
            ada.with(UserModel.EMAIL, "ADA@example.com");
            alerts.changed(event(EventType.UPDATE_EMAIL, null));
            assertNothingSent();

            MemoryUser eve = realm.user("eve").with(UserModel.EMAIL, "eve@example.com");
            AddressBefore.note(session.model(), eve);
            eve.with(UserModel.EMAIL, "new@example.com");
            new Alerts(session.model(), realm.model(), eve).changed(event(EventType.UPDATE_EMAIL, null));
            assertNothingSent();
        }
    }
}
