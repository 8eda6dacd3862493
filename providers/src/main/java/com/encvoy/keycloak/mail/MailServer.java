package com.encvoy.keycloak.mail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import org.jboss.logging.Logger;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import com.encvoy.keycloak.application.AfterCommit;

/**
 * The mail server of a realm. Its state is independent of recipients: a page saying that mails cannot be sent must not
 * reveal who has an account.
 *
 * <p>No page connects to the server. The state comes from recent deliveries and from a probe in the background, which
 * pages request at most once every few seconds across all nodes. The state is stored by the server's address, so a
 * different server starts without one.
 */
public final class MailServer {

    private static final Logger LOG = Logger.getLogger(MailServer.class);

    /** Keycloak's own sender. A sender of another extension may not need a host. */
    private static final String SMTP_SENDER = "default";

    private static final String TASK = "encvoy-mail-probe";

    private static final int FAILED_SECONDS = 30;
    private static final int UNREACHABLE_SECONDS = 60;
    private static final int PROBED_SECONDS = 15;
    private static final int CONNECT_MILLISECONDS = 2000;

    private final KeycloakSession session;
    private final RealmModel realm;

    public MailServer(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public boolean isConfigured() {
        return !isSmtp() || !setting("host").isBlank();
    }

    /**
     * Whether the server is configured, accepted a connection in the last probe, and has not failed within the last
     * half minute. Requests the next probe.
     */
    public boolean isReachable() {
        if (!isConfigured()) {
            return false;
        }
        if (isSmtp() && session.singleUseObjects().putIfAbsent(key("probed"), PROBED_SECONDS)) {
            probe();
        }
        return !hasJustFailed();
    }

    /** Whether mails cannot be sent, as far as any node knows. */
    public boolean hasJustFailed() {
        // Always checks both: the response must not take longer if mails fail.
        boolean failed = session.singleUseObjects().contains(key("failed"));
        boolean unreachable = session.singleUseObjects().contains(key("unreachable"));
        return failed || unreachable;
    }

    /** Records for all nodes that a mail could not be sent. */
    void markDown() {
        session.singleUseObjects().put(key("failed"), FAILED_SECONDS, Map.of());
    }

    /** Checks in the background, after the current request, whether the server accepts connections. */
    public void probe() {
        if (!isConfigured() || !isSmtp()) {
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        AfterCommit.run(
                session,
                () -> KeycloakModelUtils.runJobInTransaction(factory, job -> {
                    try {
                        job.getProvider(ExecutorsProvider.class)
                                .getExecutor(TASK)
                                .execute(() -> KeycloakModelUtils.runJobInTransaction(
                                        factory, probe -> connect(probe, realmId)));
                    } catch (RejectedExecutionException e) {
                        LOG.debug("The mail server will be probed with the next request: the server is overloaded"
                                + " or stopping.");
                    }
                }));
    }

    private static void connect(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            new MailServer(session, realm).connect();
        }
    }

    private void connect() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(setting("host"), port()), CONNECT_MILLISECONDS);
            session.singleUseObjects().remove(key("unreachable"));
        } catch (IOException e) {
            if (!session.singleUseObjects().contains(key("unreachable"))) {
                LOG.warnf("The mail server of realm '%s' cannot be reached: %s", realm.getName(), e.getMessage());
            }
            session.singleUseObjects().put(key("unreachable"), UNREACHABLE_SECONDS, Map.of());
        }
    }

    private String key(String state) {
        return "encvoy.mail-server." + state + "." + realm.getId() + "." + setting("host") + ":" + port();
    }

    private int port() {
        String port = setting("port").strip();
        if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65535) {
            return Integer.parseInt(port);
        }
        return Boolean.parseBoolean(setting("ssl")) ? 465 : 25;
    }

    private boolean isSmtp() {
        return session.getKeycloakSessionFactory()
                .getProviderFactory(EmailSenderProvider.class)
                .getId()
                .equals(SMTP_SENDER);
    }

    private String setting(String key) {
        Map<String, String> settings = realm.getSmtpConfig();
        String value = settings == null ? null : settings.get(key);
        return value == null ? "" : value;
    }
}
