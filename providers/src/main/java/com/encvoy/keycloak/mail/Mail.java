package com.encvoy.keycloak.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.ParseException;

import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTask;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import com.encvoy.keycloak.application.AfterCommit;
import com.encvoy.keycloak.look.Branding;

/**
 * A mail of an application to somebody. It is sent after the request, by another thread: how long an answer takes must
 * not tell whether there was somebody to send a mail to.
 *
 * @param name of the template {@code encvoy-<name>.ftl} and of the message {@code encvoyMail.<name>.subject}
 * @param address whom it is for
 * @param language it is written in
 * @param attributes what the template shows
 */
public record Mail(String name, String address, Locale language, Map<String, Object> attributes) {

    private static final Logger LOG = Logger.getLogger(Mail.class);

    private static final String TASK = "encvoy-mail";

    private static final int MOMENT_MILLISECONDS = 50;

    /**
     * Sends the mail once the current transaction has been committed.
     *
     * @param outcome the event to fire then, as a success or with the error {@code email_send_failed}
     */
    public void send(KeycloakSession session, EventBuilder outcome) {
        String realmId = session.getContext().getRealm().getId();
        Event event = outcome.getEvent().clone();
        afterAnswer(session, job -> deliver(job, realmId, event));
    }

    /**
     * A moment after the transaction: making and sending a mail would otherwise slow down the very answer that must not
     * tell of it.
     */
    private void afterAnswer(KeycloakSession session, KeycloakSessionTask task) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        ExecutorService executor = session.getProvider(ExecutorsProvider.class).getExecutor(TASK);
        Executor later = CompletableFuture.delayedExecutor(MOMENT_MILLISECONDS, TimeUnit.MILLISECONDS, job -> {
            try {
                executor.execute(job);
            } catch (RejectedExecutionException e) {
                LOG.errorf("The mail '%s' could not be sent: the server has too many waiting or is stopping.", name);
            }
        });
        AfterCommit.run(session, () -> later.execute(() -> KeycloakModelUtils.runJobInTransaction(factory, task)));
    }

    /**
     * Does the work of {@link #send} but for sending: how busy the server is after an answer must not tell either
     * whether there was a recipient.
     *
     * @param clientId of the application
     */
    public void sendToNobody(KeycloakSession session, String clientId) {
        String realmId = session.getContext().getRealm().getId();
        afterAnswer(session, job -> render(job, realmId, clientId));
    }

    private void render(KeycloakSession session, String realmId, String clientId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        try {
            mail(new UnsentMail(session), realm, clientId);
        } catch (EmailException e) {
            LOG.debugf("The unsent mail '%s' was not made: %s", name, e.getMessage());
        }
    }

    private void mail(EmailTemplateProvider templates, RealmModel realm, String clientId) throws EmailException {
        Branding branding = new Branding(realm, clientId == null ? null : realm.getClientByClientId(clientId));
        Map<String, Object> shown = new HashMap<>(attributes);
        shown.put("encvoyButtonColor", branding.getButtonColor());
        shown.put("encvoyFontColor", branding.getFontColor());
        templates
                .setRealm(realm)
                .setUser(new MailRecipient(address, language))
                .send("encvoyMail." + name + ".subject", subject(), "encvoy-" + name + ".ftl", shown);
    }

    private void deliver(KeycloakSession session, String realmId, Event event) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        EventBuilder outcome = new EventBuilder(realm, session)
                .event(event.getType())
                .client(event.getClientId())
                .user(event.getUserId())
                .session(event.getSessionId())
                .ipAddress(event.getIpAddress());
        if (event.getDetails() != null) {
            event.getDetails().forEach(outcome::detail);
        }
        try {
            mail(session.getProvider(EmailTemplateProvider.class), realm, event.getClientId());
            outcome.success();
        } catch (EmailException e) {
            // Keycloak has logged the reason.
            if (isOfServer(e)) {
                new MailServer(session, realm).markDown();
            }
            outcome.detail(Details.REASON, e.getMessage()).error(Errors.EMAIL_SEND_FAILED);
        }
    }

    /** Whether the server is to blame, not the address: one that is refused must not stop everybody's mails. */
    private static boolean isOfServer(EmailException e) {
        boolean refused = false;
        boolean ofServer = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            refused |= cause instanceof SendFailedException || cause instanceof ParseException;
            ofServer |= cause instanceof MessagingException;
        }
        return ofServer && !refused;
    }

    private List<Object> subject() {
        return List.of(attributes.getOrDefault("application", ""));
    }

    /** Shows no code: records would. */
    @Override
    public String toString() {
        return "Mail " + name;
    }
}
