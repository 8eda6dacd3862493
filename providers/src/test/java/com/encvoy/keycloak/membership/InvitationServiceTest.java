package com.encvoy.keycloak.membership;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.email.EmailException;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.memory.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class InvitationServiceTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("sentry");
    private final MemoryUser grace = realm.user("grace");
    private final Invitations invitations = Invitations.of(client);
    private final InvitationService service = new InvitationService(session.model(), client, this::event);

    private AdminEventBuilder event() {
        AdminAuth auth = new AdminAuth(realm.model(), new AccessToken(), grace, client);
        return new AdminEventBuilder(
                realm.model(),
                auth,
                session.model(),
                session.model().getContext().getConnection());
    }

    @BeforeEach
    void sender() throws EmailException {
        new Outbox(session);
    }

    private InvitationService.Outcome invite(String... emails) {
        return service.invite(new InvitationRequest(new LinkedHashSet<>(List.of(emails)), Locale.GERMAN, 600), grace);
    }

    private AdminEvent fired() {
        return (AdminEvent) session.fired().get(0);
    }

    @Test
    void anAddressGetsAnInvitationOfItsInviter() {
        Invitation created = invite("ada@example.com").created().get(0);

        assertThat(created.email()).isEqualTo("ada@example.com");
        assertThat(created.invitedBy()).isEqualTo("grace-id");
        assertThat(created.expires() - created.created()).isEqualTo(600);
        assertThat(invitations.list()).containsExactly(created);
    }

    @Test
    void anEarlierInvitationOfTheAddressIsReplaced() {
        invite("ada@example.com");
        Invitation second = invite("ada@example.com").created().get(0);

        assertThat(invitations.list()).containsExactly(second);
    }

    @Test
    void invitationsThatHaveExpiredAreCleared() {
        invitations.add(new Invitation("1f", "old@example.com", 100, 160, "grace-id"));

        invite("ada@example.com");

        assertThat(client.getRole("USER").getAttributes()).containsOnlyKeys("encvoy.invitation.ada@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "@example.com", "ada @example.com", "ada@exa mple.com"})
    void whatIsNoAddressIsNotInvited(String email) {
        assertThat(invite(email))
                .isEqualTo(new InvitationService.Outcome(List.of(), Map.of(email, "invalid_email"), List.of()));
        assertThat(session.fired()).isEmpty();
    }

    @Test
    void anAddressIsNoLongerThanANameOfAnAttributeAllows() {
        String domain = "@" + ("x".repeat(60) + ".").repeat(3) + "example.com";
        String longest = "a".repeat(Invitations.EMAIL_LENGTH - domain.length()) + domain;

        assertThat(invite(longest).created()).hasSize(1);
        assertThat(invite("a" + longest).failed()).containsEntry("a" + longest, "invalid_email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "EDITOR", "USER"})
    void aMemberIsNotInvited(String role) {
        realm.user("ada").with("email", "ada@example.com").withRoles(client.addRole(role));

        assertThat(invite("ada@example.com").failed()).isEqualTo(Map.of("ada@example.com", "already_member"));
        assertThat(invitations.list()).isEmpty();
    }

    @Test
    void aUserWhoIsNoMemberIsInvited() {
        client.addRole("USER");
        realm.user("ada").with("email", "ada@example.com");

        assertThat(invite("ada@example.com").created()).hasSize(1);
    }

    @Test
    void anAddressOfSeveralUsersIsInvited() {
        when(session.model().users().getUserByEmail(realm.model(), "ada@example.com"))
                .thenThrow(new ModelDuplicateException("two"));

        assertThat(invite("ada@example.com").created()).hasSize(1);
    }

    @Test
    void oneAddressThatFailsDoesNotStopTheOthers() {
        InvitationService.Outcome outcome = invite("ada@example.com", "nonsense", "bob@example.com");

        assertThat(outcome.created())
                .extracting(Invitation::email)
                .containsExactly("ada@example.com", "bob@example.com");
        assertThat(outcome.failed()).containsOnlyKeys("nonsense");
    }

    @Test
    void everyInvitationIsAnAdminEvent() {
        Invitation created = invite("ada@example.com").created().get(0);

        assertThat(fired().getOperationType()).isEqualTo(OperationType.CREATE);
        assertThat(fired().getResourceTypeAsString()).isEqualTo("ENCVOY_INVITATION");
        assertThat(fired().getResourcePath()).isEqualTo("applications/sentry/invitations/" + created.id());
        assertThat(fired().getRepresentation()).contains("ada@example.com");
    }

    @Test
    void aMailGoesOutWhereTheRealmHasAMailServer() {
        invite("ada@example.com");
        assertThat(session.enlisted()).isEmpty();

        when(realm.model().getSmtpConfig()).thenReturn(Map.of("host", "mail"));
        invite("ada@example.com", "nonsense");
        assertThat(session.enlisted()).hasSize(1);
    }

    @Test
    void aWithdrawnInvitationIsGoneWhichIsAnAdminEventToo() {
        Invitation created = invite("ada@example.com").created().get(0);
        session.fired().clear();

        service.withdraw(created);

        assertThat(invitations.list()).isEmpty();
        assertThat(fired().getOperationType()).isEqualTo(OperationType.DELETE);
        assertThat(fired().getResourcePath()).endsWith("/" + created.id());
        assertThat(fired().getRepresentation()).isNull();
    }

    @Test
    void aRequestWithoutAddressesInvitesNoPerson() {
        assertThat(service.invite(new InvitationRequest(Set.of(), null, 600), grace))
                .isEqualTo(new InvitationService.Outcome(List.of(), Map.of(), List.of()));
    }

    private static String code(Optional<Refusal> refusal) {
        return refusal.map(Refusal::code).orElse("done");
    }

    @Test
    void aMailIsSentAgainAFewTimes() {
        Invitation created = invite("ada@example.com").created().get(0);
        session.fired().clear();
        assertThat(code(service.resend(created, grace, null))).isEqualTo("no_mail_server");

        when(realm.model().getSmtpConfig()).thenReturn(Map.of("host", "mail"));
        for (int i = 0; i < 3; i++) {
            assertThat(code(service.resend(created, grace, null))).isEqualTo("done");
        }
        assertThat(session.enlisted()).hasSize(3);
        assertThat(fired().getOperationType()).isEqualTo(OperationType.ACTION);
        assertThat(fired().getResourcePath()).endsWith("/" + created.id());
        assertThat(code(service.resend(created, grace, null))).isEqualTo("too_many_mails");
        assertThat(invitations.list()).containsExactly(created);
    }

    @Test
    void noMailIsSentAgainToAMemberOrForAnInvitationThatIsClosed() {
        when(realm.model().getSmtpConfig()).thenReturn(Map.of("host", "mail"));
        Invitation expired = new Invitation("1f", "old@example.com", 100, 160, "grace-id");
        assertThat(code(service.resend(expired, grace, null))).isEqualTo("invitation_closed");

        Invitation created = invite("ada@example.com").created().get(0);
        realm.user("ada").with("email", "ada@example.com").withRoles(client.addRole("USER"));
        assertThat(code(service.resend(created, grace, null))).isEqualTo("already_member");
    }

    @Test
    void onlyTheInvitedPersonDeclines() {
        Invitation created = invite("ada@example.com").created().get(0);
        MemoryUser ada = realm.user("ada").with("email", "Ada@example.com");
        MemoryUser eve = realm.user("eve").withVerifiedEmail("eve@example.com");

        assertThat(code(service.decline(created, ada))).as("not verified").isEqualTo("not_invited");
        assertThat(code(service.decline(created, eve))).isEqualTo("not_invited");
        assertThat(code(service.decline(created, realm.user("unknown")))).isEqualTo("not_invited");
        ada.setEmailVerified(true);
        session.fired().clear();
        assertThat(code(service.decline(created, ada))).isEqualTo("done");

        assertThat(invitations.list()).isEmpty();
        assertThat(invitations.declined()).hasSize(1);
        assertThat(fired().getOperationType()).isEqualTo(OperationType.UPDATE);
        assertThat(fired().getRepresentation()).contains("declined_at");
        assertThat(code(service.decline(invitations.declined().get(0), ada))).isEqualTo("invitation_closed");
    }

    @Test
    void whoDeclinedMayBeInvitedAgain() {
        invitations.decline(invite("ada@example.com").created().get(0));
        Invitation second = invite("ada@example.com").created().get(0);

        assertThat(invitations.list()).containsExactly(second);
        assertThat(invitations.declined()).isEmpty();
    }
}
