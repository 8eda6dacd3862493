package com.encvoy.keycloak.membership;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.email.EmailException;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.memory.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class InvitationMailTest {

    private static final int DAY = 86_400;

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("sen try");
    private final MemoryUser grace = realm.user("grace");
    private Outbox outbox;

    @BeforeEach
    void outbox() throws EmailException {
        outbox = new Outbox(session);
    }

    private static Invitation invitation(String email, int lifetimeSeconds) {
        return new Invitation("1f", email, 100, 100 + lifetimeSeconds, "grace-id");
    }

    private void send(Locale language, MemoryUser invited, int lifetimeSeconds) {
        new InvitationMail(session.model(), client, grace, language)
                .send(invitation("ada@example.com", lifetimeSeconds), Optional.ofNullable(invited));
    }

    private Outbox.Sent sent() {
        outbox.work();
        return outbox.sent().get(0);
    }

    /** @return whether it goes out once the transaction is committed */
    private boolean goesOut(ClientModel of, String email) {
        session.enlisted().clear();
        new InvitationMail(session.model(), of, grace, null).send(invitation(email, DAY), Optional.empty());
        return !session.enlisted().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de, fr, ru, de", ", fr, ru, fr", ", , ru, ru", ", , , en"})
    void isInTheLanguageOfTheAccountTheInviterOrTheRealm(
            String ofAccount, String ofInviter, String ofRealm, String expected) {
        MemoryUser ada =
                ofAccount == null ? realm.user("ada") : realm.user("ada").with("locale", ofAccount);
        when(realm.model().getDefaultLocale()).thenReturn(ofRealm);

        send(ofInviter == null ? null : Locale.forLanguageTag(ofInviter), ada, DAY);

        assertThat(sent().language()).isEqualTo(expected);
    }

    @Test
    void namesTheApplicationAndLinksToIt() {
        when(client.getName()).thenReturn("Sentry");
        when(client.getBaseUrl()).thenReturn("https://sentry.example.com");
        send(null, null, 14 * DAY);

        Outbox.Sent mail = sent();
        assertThat(mail.address()).isEqualTo("ada@example.com");
        assertThat(mail.named()).containsExactly("Sentry");
        assertThat(mail.template()).isEqualTo("encvoy-invitation.ftl");
        assertThat(mail.shown())
                .containsEntry("application", "Sentry")
                .containsEntry("address", "ada@example.com")
                .containsEntry("days", 14L)
                .doesNotContainKey("inviter")
                .containsEntry(
                        "link", "https://id.example.com/realms/encvoy/api/applications/sen%20try/invitations/1f/open");
    }

    @Test
    void namesThePersonWhoInvites() {
        grace.with("firstName", "Grace").with("lastName", "Hopper");
        send(null, null, DAY);

        assertThat(sent().shown()).containsEntry("inviter", "Grace Hopper");
    }

    @ParameterizedTest
    @CsvSource({"60, 1", "86400, 1", "172799, 1", "172800, 2"})
    void saysForHowManyDaysItIsOpen(int lifetimeSeconds, long days) {
        send(null, null, lifetimeSeconds);

        assertThat(sent().shown()).containsEntry("days", days).doesNotContainKey("link");
    }

    @Test
    void oneAddressGetsFewMailsOfOneApplication() {
        for (int i = 0; i < 3; i++) {
            assertThat(goesOut(client, "ada@example.com")).as("%s", i).isTrue();
        }

        assertThat(goesOut(client, "ada@example.com")).isFalse();
        assertThat(goesOut(client, "bob@example.com")).isTrue();
        assertThat(goesOut(realm.client("grafana"), "ada@example.com")).isTrue();
    }

    @Test
    void oneAddressGetsFewMailsOfAllApplications() {
        for (int i = 0; i < 20; i++) {
            assertThat(goesOut(realm.client("application-" + i / 3), "ada@example.com"))
                    .as("%s", i)
                    .isTrue();
        }

        assertThat(goesOut(realm.client("another"), "ada@example.com")).isFalse();
        assertThat(session.singleUseObjects().values()).contains((long) DAY);
    }

    @Test
    void aMailTooManyIsAnEvent() {
        for (int i = 0; i < 3; i++) {
            send(null, null, DAY);
        }
        MemoryUser ada = realm.user("ada");
        send(null, ada, DAY);

        Event event = (Event) session.fired().get(0);
        assertThat(session.fired()).hasSize(1);
        assertThat(event.getType()).isEqualTo(EventType.INVITE_ORG_ERROR);
        assertThat(event.getError()).isEqualTo("slow_down");
        assertThat(event.getUserId()).isEqualTo("ada-id");
        assertThat(event.getClientId()).isEqualTo("sen try");
        assertThat(event.getDetails()).isEqualTo(Map.of("email", "ada@example.com"));
    }
}
