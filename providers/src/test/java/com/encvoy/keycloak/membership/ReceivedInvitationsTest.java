package com.encvoy.keycloak.membership;

import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.membership.ReceivedInvitations.Received;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ReceivedInvitationsTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel sentry = application("sentry");
    private final ClientModel wiki = application("wiki");
    private final MemoryUser ada = realm.user("ada").withVerifiedEmail("Ada@Example.com");
    private final ReceivedInvitations received =
            new ReceivedInvitations(session.model(), ada, email -> Stream.of(sentry, wiki));

    private ClientModel application(String clientId) {
        ClientModel client = realm.client(clientId);
        when(client.isEnabled()).thenReturn(true);
        when(client.getProtocol()).thenReturn("openid-connect");
        return client;
    }

    private AdminEventBuilder event() {
        return new AdminEventBuilder(
                realm.model(),
                new AdminAuth(realm.model(), new AccessToken(), ada, sentry),
                session.model(),
                session.model().getContext().getConnection());
    }

    @BeforeEach
    void invite() {
        Invitations.of(sentry).add(invitation("old", 100));
        Invitations.of(wiki).add(invitation("new", 200));
        Invitations.of(wiki).add(Invitation.create("bob@example.com", 600, "grace-id"));
    }

    private static Invitation invitation(String id, long created) {
        return new Invitation(id, "ada@example.com", created, Long.MAX_VALUE, "grace-id");
    }

    private Stream<String> listed() {
        return received.list().stream().map(one -> one.invitation().id());
    }

    private static String code(Optional<Refusal> refusal) {
        return refusal.map(Refusal::code).orElse("done");
    }

    private Received first() {
        return received.list().get(0);
    }

    @Test
    void theMostRecentOneIsFirst() {
        assertThat(listed()).containsExactly("new", "old");
    }

    @Test
    void thereIsNoneWhileTheAddressIsNotVerified() {
        ada.setEmailVerified(false);

        assertThat(received.list()).isEmpty();
        assertThat(received.find("new")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "EDITOR", "USER"})
    void membersNeedNone(String role) {
        ada.withRoles(wiki.addRole(role));

        assertThat(listed()).containsExactly("old");
    }

    @Test
    void anApplicationThatIsTurnedOffOrIsNoneInvitesNoPerson() {
        when(wiki.isEnabled()).thenReturn(false);
        when(sentry.getProtocol()).thenReturn("saml");

        assertThat(received.list()).isEmpty();
    }

    @Test
    void oneOfAnotherAddressIsUnknown() {
        String others = Invitations.of(wiki).list().stream()
                .filter(one -> one.email().equals("bob@example.com"))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(received.find(others)).isEmpty();
        assertThat(received.find("new")).isPresent();
    }

    @Test
    void whoAcceptsIsAMemberAtOnceAndTheInvitationIsOver() {
        Received accepted = first();

        assertThat(code(received.accept(accepted, this::event))).isEqualTo("done");

        assertThat(ada.hasRole(wiki.getRole("USER"))).isTrue();
        assertThat(listed()).containsExactly("old");
        AdminEvent fired = (AdminEvent) session.fired().get(0);
        assertThat(fired.getOperationType()).isEqualTo(OperationType.CREATE);
        assertThat(fired.getResourceTypeAsString()).isEqualTo("ENCVOY_MEMBER");
        assertThat(fired.getResourcePath()).isEqualTo("applications/wiki/members/ada-id");
        assertThat(fired.getRepresentation()).contains("USER", "new");
    }

    @Test
    void whatWasWithdrawnMeanwhileCannotBeAccepted() {
        Received seen = first();
        Invitations.of(wiki).remove(seen.invitation());

        assertThat(code(received.accept(seen, this::event))).isEqualTo("invitation_closed");
        assertThat(ada.hasRole(wiki.getRole("USER"))).isFalse();
        assertThat(session.fired()).isEmpty();
    }

    @Test
    void whoIsAMemberMeanwhileHasAccepted() {
        Received seen = first();
        ada.withRoles(wiki.getRole("USER"));

        assertThat(code(received.accept(seen, this::event))).isEqualTo("done");
    }

    @Test
    void aBlockOutlivesAnInvitation() {
        when(realm.model().getRequiredActionProviderByAlias(AccessDecision.GATE))
                .thenReturn(new org.keycloak.models.RequiredActionProviderModel());
        realm.model().getRequiredActionProviderByAlias(AccessDecision.GATE).setEnabled(true);
        ada.withRoles(wiki.addRole(AccessDecision.BLOCKED_ROLE));

        assertThat(received.isAdmitted(first())).isFalse();
        assertThat(code(received.accept(first(), this::event))).isEqualTo("not_admitted");
    }

    @Test
    void aDeclinedOneIsKeptAsDeclined() {
        assertThat(code(received.decline(first(), this::event))).isEqualTo("done");

        assertThat(listed()).containsExactly("old");
        assertThat(Invitations.of(wiki).declined()).extracting(Invitation::id).containsExactly("new");
    }
}
