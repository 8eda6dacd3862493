package com.encvoy.keycloak.login.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.login.Pages;
import com.encvoy.keycloak.server.DistributionServer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
class MailServerDownIT {

    private final TestServer server;

    MailServerDownIT(TestServer server) {
        this.server = server;
    }

    private static void mailPort(TestRealm realm, int port) {
        RealmRepresentation changed = realm.admin().toRepresentation();
        Map<String, String> smtp = new HashMap<>(changed.getSmtpServer());
        smtp.put("port", String.valueOf(port));
        changed.setSmtpServer(smtp);
        realm.admin().update(changed);
    }

    @Test
    void thePageSaysSoOffersOtherMethodsAndKeepsTheLogin() {
        TestRealm realm = TestRealm.copy(server, "mail-down", copy -> {});
        LoginBrowser login = new LoginBrowser(server, realm);
        String id = realm.person("unsent");
        int port = Integer.parseInt(
                realm.admin().toRepresentation().getSmtpServer().get("port"));
        mailPort(realm, DistributionServer.freePort());

        Browser known = login.atCode("unsent");
        Browser unknown = login.atCode("absent");
        assertThat(known.text()).contains("The code could not be sent.", "Try again", "Use your password");
        assertThat(Pages.essence(known.source(), "unsent")).isEqualTo(Pages.essence(unknown.source(), "absent"));
        assertThat(realm.event(EventType.SEND_VERIFY_EMAIL_ERROR, id).getError())
                .isEqualTo("email_send_failed");
        assertThat(known.otherMethod("Password").pageId()).isEqualTo("login-login-password");

        mailPort(realm, port);
        known.otherMethod(LoginBrowser.CODE_METHOD);
        assertThat(isSignedIn(known.type(
                                "code", Mailbox.await("unsent@example.com", 1).code())
                        .click("kc-login")))
                .isTrue();
    }

    @Test
    void aServerThatTakesConnectionsAndRefusesMailsIsFoundOutToo() throws IOException {
        TestRealm realm = TestRealm.copy(server, "mail-refused", copy -> {});
        LoginBrowser login = new LoginBrowser(server, realm);
        String id = realm.person("refused");
        try (ServerSocket smtp = new ServerSocket(0)) {
            Thread refusing = new Thread(() -> refuse(smtp));
            refusing.setDaemon(true);
            refusing.start();
            mailPort(realm, smtp.getLocalPort());

            Browser browser = login.atCode("refused");
            assertThat(realm.event(EventType.SEND_VERIFY_EMAIL_ERROR, id).getError())
                    .isEqualTo("email_send_failed");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(browser.language("en").text()).contains("The code could not be sent."));
            assertThat(login.atCode("absent").text())
                    .as("the same for everybody")
                    .contains("The code could not be sent.");
        }
    }

    @Test
    void noPageConnectsToTheMailServer() throws Exception {
        TestRealm realm = TestRealm.copy(server, "mail-silent", copy -> {});
        LoginBrowser login = new LoginBrowser(server, realm);
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket smtp = new ServerSocket(0)) {
            Thread silent = new Thread(() -> countAndSayNothing(smtp, connections));
            silent.setDaemon(true);
            silent.start();
            mailPort(realm, smtp.getLocalPort());

            for (int page = 0; page < 12; page++) {
                login.atCode("absent" + page).close();
            }

            assertThat(connections)
                    .as("probes in the background, one in some seconds")
                    .hasValueBetween(1, 4);
        }
    }

    private static void countAndSayNothing(ServerSocket smtp, AtomicInteger connections) {
        while (!smtp.isClosed()) {
            try {
                smtp.accept();
                connections.incrementAndGet();
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    @Test
    void anAddressThatIsRefusedStopsNobodyElsesMails() throws Exception {
        TestRealm realm = TestRealm.copy(server, "mail-picky", copy -> {});
        LoginBrowser login = new LoginBrowser(server, realm);
        String id = realm.person("unreachable");
        try (ServerSocket smtp = new ServerSocket(0)) {
            Thread picky = new Thread(() -> refuseRecipients(smtp));
            picky.setDaemon(true);
            picky.start();
            mailPort(realm, smtp.getLocalPort());

            Browser browser = login.atCode("unreachable");
            assertThat(realm.event(EventType.SEND_VERIFY_EMAIL_ERROR, id).getError())
                    .isEqualTo("email_send_failed");
            assertThat(browser.language("de").language("en").text()).doesNotContain("could not be sent");
        }
    }

    private static void refuseRecipients(ServerSocket smtp) {
        while (!smtp.isClosed()) {
            try (Socket client = smtp.accept()) {
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream answers = client.getOutputStream();
                answers.write("220 picky\r\n".getBytes(StandardCharsets.US_ASCII));
                for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                    answers.write((command.startsWith("RCPT") ? "550 No such user\r\n" : "250 OK\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    private static void refuse(ServerSocket smtp) {
        while (!smtp.isClosed()) {
            try (Socket client = smtp.accept()) {
                client.getOutputStream().write("421 No mail today\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The test is over.
            }
        }
    }
}
