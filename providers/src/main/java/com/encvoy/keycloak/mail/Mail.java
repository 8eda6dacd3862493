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
 * A mail sent on behalf of an application. It is sent by another thread after the request, so that the response time
 * does not reveal whether there is a recipient.
 *
 * @param name of the template {@code encvoy-<name>.ftl} and of the message {@code encvoyMail.<name>.subject}
 * @param address of the recipient
 * @param language of the mail
 * @param attributes of the template
 */
public record Mail(String name, String address, Locale language, Map<String, Object> attributes) {

    private static final Logger LOG = Logger.getLogger(Mail.class);

    private static final String TASK = "encvoy-mail";

    private static final int MOMENT_MILLISECONDS = 50;

    private static final MailQueue QUEUE = new MailQueue();

    /**
     * Sends the mail once the current transaction is committed.
     *
     * @param outcome the event to fire afterwards, as a success or with the error {@code email_send_failed}
     */
    public void send(KeycloakSession session, EventBuilder outcome) {
        String realmId = session.getContext().getRealm().getId();
        Event event = outcome.getEvent().clone();
        afterAnswer(session, job -> deliver(job, realmId, event));
    }

    /**
     * Runs shortly after the transaction: rendering and sending a mail would otherwise slow down the very response that
     * must not reveal it.
     */
    private void afterAnswer(KeycloakSession session, KeycloakSessionTask task) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        ExecutorService executor = session.getProvider(ExecutorsProvider.class).getExecutor(TASK);
        Executor later = CompletableFuture.delayedExecutor(MOMENT_MILLISECONDS, TimeUnit.MILLISECONDS, job -> {
            try {
                QUEUE.add(executor, job);
            } catch (RejectedExecutionException e) {
                LOG.errorf(
                        "The mail '%s' could not be sent: too many mails are queued, or the server is stopping.", name);
            }
        });
        AfterCommit.run(session, () -> later.execute(() -> KeycloakModelUtils.runJobInTransaction(factory, task)));
    }

    /**
     * Does the work of {@link #send} without sending: the load on the server after a response must not reveal whether
     * there was a recipient either.
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
            LOG.debugf("The unsent mail '%s' could not be rendered: %s", name, e.getMessage());
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
            // Keycloak has logged the cause.
            if (isOfServer(e)) {
                new MailServer(session, realm).markDown();
            }
            outcome.detail(Details.REASON, e.getMessage()).error(Errors.EMAIL_SEND_FAILED);
        }
    }

    /**
     * Whether the mail server rather than the address caused the failure: a rejected address must not stop the mails of
     * all users.
     */
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

    /** Overridden so that the code never reaches a log: a record's default prints every component. */
    @Override
    public String toString() {
        return "Mail " + name;
    }
}
