package com.encvoy.keycloak.application;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

import org.jboss.logging.Logger;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The mail server of a realm. What it tells does not depend on whom a mail is for: a page that says that mails cannot be sent
 * must not tell strangers who has an account.
 */
public final class MailServer {

    private static final Logger LOG = Logger.getLogger(MailServer.class);

    /** Keycloak's own sender; another extension's may need no host. */
    private static final String SMTP_SENDER = "default";

    private static final String DOWN = "encvoy.mail-server-down.";
    private static final int DOWN_SECONDS = 30;
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

    /** Configured, connectable, and has not failed within the last half minute. */
    public boolean isReachable() {
        return isConfigured() && !hasJustFailed() && (!isSmtp() || accepts());
    }

    /** Whether a mail could not be sent within the last half minute, by any node. */
    public boolean hasJustFailed() {
        return session.singleUseObjects().contains(DOWN + realm.getId());
    }

    /** Remembers that a mail could not be sent, for every node. */
    void markDown() {
        session.singleUseObjects().put(DOWN + realm.getId(), DOWN_SECONDS, Map.of());
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(setting("host"), port()), CONNECT_MILLISECONDS);
            return true;
        } catch (IOException e) {
            LOG.warnf("The mail server of realm '%s' cannot be reached: %s", realm.getName(), e.getMessage());
            return false;
        }
    }

    private int port() {
        String port = setting("port").strip();
        if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65535) {
            return Integer.parseInt(port);
        }
        return Boolean.parseBoolean(setting("ssl")) ? 465 : 25;
    }

    private boolean isSmtp() {
        return session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class).getId().equals(SMTP_SENDER);
    }

    private String setting(String key) {
        Map<String, String> settings = realm.getSmtpConfig();
        String value = settings == null ? null : settings.get(key);
        return value == null ? "" : value;
    }
}
