package com.encvoy.keycloak.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.email.EmailException;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.when;

class MailServerTest {

    private static final String STATE = "encvoy.mail-server.";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MailServer server = new MailServer(session.model(), realm.model());
    private Outbox outbox;

    @BeforeEach
    void address() throws EmailException {
        outbox = new Outbox(session);
        configure("host", "127.0.0.1", "port", "2525");
    }

    private void configure(String... settings) {
        Map<String, String> config = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        when(realm.model().getSmtpConfig()).thenReturn(config);
    }

    private Set<String> states() {
        return session.singleUseObjects().keySet();
    }

    @Test
    void isConfiguredWhereItHasAHostOrAnotherSenderNeedsNone() {
        assertThat(server.isConfigured()).isTrue();
        configure("host", " ");
        assertThat(server.isConfigured()).isFalse();
        configure();
        assertThat(server.isConfigured()).isFalse();
        when(realm.model().getSmtpConfig()).thenReturn(null);
        assertThat(server.isConfigured()).isFalse();
        outbox.setSender("http");
        assertThat(server.isConfigured()).isTrue();
    }

    @Test
    void isReachableAsLongAsItIsNotKnownToBeDown() {
        assertThat(server.isReachable()).isTrue();
        assertThat(server.hasJustFailed()).isFalse();
        server.markDown();
        assertThat(server.isReachable()).isFalse();
        assertThat(server.hasJustFailed()).isTrue();
    }

    @Test
    void isNotReachableWithoutAHost() {
        configure();

        assertThat(server.isReachable()).isFalse();
        assertThat(states()).isEmpty();
    }

    @Test
    void isDownForHalfAMinuteAfterAMailHasFailed() {
        server.markDown();

        assertThat(session.singleUseObjects()).containsEntry(STATE + "failed.encvoy-id.127.0.0.1:2525", 30L);
    }

    @Test
    void startsAfreshAtAnotherAddress() {
        server.markDown();
        configure("host", "127.0.0.1", "port", "2526");
        assertThat(server.hasJustFailed()).isFalse();
        assertThat(new MailServer(session.model(), new MemoryRealm("other").model()).hasJustFailed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "587, false, 587",
        "' 587 ', false, 587",
        "65535, true, 65535",
        "65536, true, 465",
        "65536, false, 25",
        "smtp, false, 25",
        "'', true, 465",
        "-1, false, 25",
        "999999, false, 25"
    })
    void hasThePortOfItsKindWhereNoneIsSet(String port, String ssl, int expected) {
        configure("host", "mail", "port", port, "ssl", ssl);

        server.markDown();

        assertThat(states()).containsExactly(STATE + "failed.encvoy-id.mail:" + expected);
    }

    @Test
    void isProbedOnceInSomeSeconds() {
        server.isReachable();
        server.isReachable();

        assertThat(session.enlisted()).hasSize(1);
        assertThat(session.singleUseObjects()).containsEntry(STATE + "probed.encvoy-id.127.0.0.1:2525", 15L);
    }

    @Test
    void isNotProbedWhereThereIsNoAddress() {
        configure();
        server.probe();
        outbox.setSender("http");
        server.probe();
        server.isReachable();

        assertThat(session.enlisted()).isEmpty();
    }

    @Test
    void thatTakesNoConnectionIsUnreachableForAMinute() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        configure("host", "127.0.0.1", "port", String.valueOf(port));
        server.probe();
        outbox.work();

        assertThat(server.hasJustFailed()).isTrue();
        assertThat(session.singleUseObjects()).containsEntry(STATE + "unreachable.encvoy-id.127.0.0.1:" + port, 60L);
    }

    @Test
    void thatTakesConnectionsAgainIsReachable() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configure("host", "127.0.0.1", "port", String.valueOf(open.getLocalPort()));
            session.singleUseObjects().put(STATE + "unreachable.encvoy-id.127.0.0.1:" + open.getLocalPort(), 60L);
            server.probe();
            assertThat(server.hasJustFailed()).isTrue();
            outbox.work();
        }

        assertThat(server.hasJustFailed()).isFalse();
    }

    @Test
    void isProbedLaterWhereTheServerHasTooMuchToDo() {
        outbox.beBusy();
        server.probe();

        assertThatCode(session::commit).doesNotThrowAnyException();
        assertThat(outbox.isIdle()).isTrue();
    }

    @Test
    void ofARealmThatIsGoneIsNotProbed() {
        server.probe();
        when(session.model().realms().getRealm("encvoy-id")).thenReturn(null);
        outbox.work();

        assertThat(states()).isEmpty();
    }
}
