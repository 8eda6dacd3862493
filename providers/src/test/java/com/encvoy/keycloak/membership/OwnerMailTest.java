package com.encvoy.keycloak.membership;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;
import org.keycloak.events.Event;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.memory.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class OwnerMailTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("sentry");
    private final MemoryUser ada = owner("ada").with("locale", "de").with("firstName", "Ada");
    private final MemoryUser grace = owner("grace").with("firstName", "Grace");
    private final OwnerMail mail = new OwnerMail(session.model(), client);
    private Outbox outbox;

    private MemoryUser owner(String name) {
        return realm.user(name).withVerifiedEmail(name + "@example.com").withRoles(client.addRole("OWNER"));
    }

    @BeforeEach
    void outbox() throws EmailException {
        outbox = new Outbox(session);
        when(realm.model().getSmtpConfig()).thenReturn(Map.of("host", "mail"));
    }

    private void deliver(int mails) {
        for (int i = 0; i < mails; i++) {
            outbox.work();
        }
        assertThat(outbox.isIdle()).isTrue();
    }

    @Test
    void everyOwnerIsToldOfANewSecretInTheirLanguage() {
        mail.secretRotated(grace);
        deliver(2);

        assertThat(outbox.sent())
                .extracting(Outbox.Sent::address)
                .containsExactly("ada@example.com", "grace@example.com");
        Outbox.Sent sent = outbox.sent().get(0);
        assertThat(sent.template()).isEqualTo("encvoy-secret-rotated.ftl");
        assertThat(sent.language()).isEqualTo("de");
        assertThat(sent.shown()).containsEntry("application", "sentry").containsEntry("by", "Grace");
        assertThat(sent.shown().get("when").toString()).endsWith(" UTC");
        Event event = (Event) session.fired().get(0);
        assertThat(event.getType()).hasToString("CLIENT_UPDATE");
        assertThat(event.getUserId()).isEqualTo("ada-id");
        assertThat(event.getDetails()).containsEntry("context", "secret_rotated");
    }

    @Test
    void aNewOwnerAndTheOthersAreToldOfTheAppointment() {
        mail.ownerAppointed(grace, ada);
        deliver(2);

        assertThat(outbox.sent()).allSatisfy(sent -> {
            assertThat(sent.template()).isEqualTo("encvoy-owner-appointed.ftl");
            assertThat(sent.shown())
                    .containsEntry("by", "Ada")
                    .containsEntry("owner", "Grace")
                    .containsEntry("yours", sent.address().startsWith("grace"));
        });
    }

    @Test
    void whoKeepsTheNamePrivateIsNotNamed() {
        grace.with("public_profile_claims_oauth", "id");
        mail.ownerAppointed(ada, grace);
        deliver(2);

        assertThat(outbox.sent()).noneSatisfy(sent -> assertThat(sent.shown()).containsKey("by"));
    }

    @Test
    void anAddressThatIsNotVerifiedGetsNoMail() {
        ada.setEmailVerified(false);
        mail.secretRotated(grace);
        deliver(1);

        assertThat(outbox.sent()).extracting(Outbox.Sent::address).containsExactly("grace@example.com");
    }

    @Test
    void aRealmWithoutAMailServerSendsNone() {
        when(realm.model().getSmtpConfig()).thenReturn(Map.of());
        mail.secretRotated(grace);
        mail.ownerAppointed(ada, grace);

        assertThat(session.enlisted()).isEmpty();
        assertThat(session.fired()).isEmpty();
    }

    @Test
    void oneAddressGetsFewMailsADay() {
        for (int i = 0; i < 11; i++) {
            mail.secretRotated(grace);
        }

        assertThat(session.enlisted()).hasSize(20);
        assertThat(((Event) session.fired().get(0)).getError()).isEqualTo("slow_down");
    }
}
