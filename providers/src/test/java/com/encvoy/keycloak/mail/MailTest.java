package com.encvoy.keycloak.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.ParseException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.email.EmailException;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class MailTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final Mail mail = new Mail("code", "ada@example.com", Locale.GERMAN, Map.of("code", "123456"));
    private Outbox outbox;

    @BeforeEach
    void outbox() throws EmailException {
        outbox = new Outbox(session);
        when(realm.model().getSmtpConfig()).thenReturn(Map.of("host", "mail"));
    }

    private EventBuilder event() {
        return new EventBuilder(realm.model(), session.model())
                .event(EventType.SEND_VERIFY_EMAIL)
                .client("sentry")
                .user("ada-id")
                .session("session-id")
                .ipAddress("192.0.2.7");
    }

    private Event fired() {
        return (Event) session.fired().get(0);
    }

    @Test
    void isSentOnceTheTransactionHasBeenCommitted() {
        mail.send(session.model(), event().detail("email", "ada@example.com"));
        assertThat(outbox.sent()).isEmpty();
        outbox.work();

        assertThat(outbox.sent())
                .containsExactly(new Outbox.Sent(
                        "ada@example.com",
                        "de",
                        "encvoyMail.code.subject",
                        List.of(""),
                        "encvoy-code.ftl",
                        Map.of("code", "123456", "encvoyButtonColor", "#4c6ad4", "encvoyFontColor", "#ffffff")));
        assertThat(fired().getType()).isEqualTo(EventType.SEND_VERIFY_EMAIL);
        assertThat(fired().getClientId()).isEqualTo("sentry");
        assertThat(fired().getSessionId()).isEqualTo("session-id");
        assertThat(fired().getUserId()).isEqualTo("ada-id");
        assertThat(fired().getIpAddress()).isEqualTo("192.0.2.7");
        assertThat(fired().getDetails()).containsEntry("email", "ada@example.com");
    }

    @Test
    void hasTheColoursOfItsApplication() {
        realm.client("sentry").setAttribute("encvoy.widget_colors.button_color", "#123456");
        mail.send(session.model(), event());
        outbox.work();

        assertThat(outbox.sent().get(0).shown()).containsEntry("encvoyButtonColor", "#123456");
    }

    @Test
    void ofNoApplicationHasTheColoursOfTheRealm() {
        realm.model().setAttribute("encvoy.widget_colors.button_color", "#123456");
        mail.send(session.model(), new EventBuilder(realm.model(), session.model()).event(EventType.LOGIN));
        outbox.work();

        assertThat(outbox.sent().get(0).shown()).containsEntry("encvoyButtonColor", "#123456");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("the server", new MessagingException("refused"), true),
                Arguments.of("the server at last", new IllegalStateException(new MessagingException("x")), true),
                Arguments.of("the address", new SendFailedException("no such user"), false),
                Arguments.of("the form of the address", new ParseException("local address"), false),
                Arguments.of("an address inside", new MessagingException("x", new SendFailedException("y")), false),
                Arguments.of("a template", new IllegalStateException("template"), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void aFailureMarksTheServerDownWhereTheServerIsToBlame(String which, Exception cause, boolean down) {
        outbox.failWith(new EmailException("not sent", cause));
        mail.send(session.model(), event());
        outbox.work();

        assertThat(new MailServer(session.model(), realm.model()).hasJustFailed())
                .as(which)
                .isEqualTo(down);
        assertThat(fired().getError()).isEqualTo("email_send_failed");
        assertThat(fired().getDetails()).containsEntry("reason", "not sent");
    }

    @Test
    void aRealmThatIsGoneSendsNone() {
        mail.send(session.model(), event());
        when(session.model().realms().getRealm("encvoy-id")).thenReturn(null);
        outbox.work();

        assertThat(outbox.sent()).isEmpty();
        assertThat(session.fired()).isEmpty();
    }

    @Test
    void withoutARecipientIsNotSentEither() {
        mail.sendToNobody(session.model(), "sentry");
        when(session.model().realms().getRealm("encvoy-id")).thenReturn(null);
        outbox.work();

        assertThat(outbox.sent()).isEmpty();
        assertThat(session.fired()).isEmpty();
    }

    @Test
    void showsNoCodeInALog() {
        assertThat(mail).hasToString("Mail code");
    }
}
