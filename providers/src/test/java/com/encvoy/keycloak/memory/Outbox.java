package com.encvoy.keycloak.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Stub;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

/** The mails of a session, and what it does in the background, which is done when a test asks for it. */
public final class Outbox {

    /** A mail as Keycloak's templates get it. */
    public record Sent(
            String address,
            String language,
            String subject,
            List<Object> named,
            String template,
            Map<String, Object> shown) {}

    private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    private final List<Sent> sent = new ArrayList<>();
    private final MemorySession session;
    private UserModel recipient;
    private EmailException failure;
    private boolean busy;

    public Outbox(MemorySession session) throws EmailException {
        this.session = session;
        setSender("default");
        ExecutorService executor = Stub.of(ExecutorService.class);
        doAnswer(call -> accept(call.getArgument(0))).when(executor).execute(any());
        ExecutorsProvider executors = Stub.of(ExecutorsProvider.class);
        when(executors.getExecutor(anyString())).thenReturn(executor);
        when(session.model().getProvider(ExecutorsProvider.class)).thenReturn(executors);
        EmailTemplateProvider templates = Stub.of(EmailTemplateProvider.class);
        when(session.model().getProvider(EmailTemplateProvider.class)).thenReturn(templates);
        when(templates.setRealm(any())).thenReturn(templates);
        when(templates.setUser(any())).thenAnswer(call -> {
            recipient = call.getArgument(0);
            return templates;
        });
        doAnswer(call -> send(call.getArgument(0), call.getArgument(1), call.getArgument(2), call.getArgument(3)))
                .when(templates)
                .send(anyString(), anyList(), anyString(), any());
    }

    private Object accept(Runnable job) {
        if (busy) {
            throw new RejectedExecutionException("busy");
        }
        return jobs.add(job);
    }

    private Object send(String subject, List<Object> named, String template, Map<String, Object> shown)
            throws EmailException {
        if (failure != null) {
            throw failure;
        }
        return sent.add(new Sent(
                recipient.getEmail(), recipient.getFirstAttribute(UserModel.LOCALE), subject, named, template, shown));
    }

    /** @param id of Keycloak's sender of mails */
    public void setSender(String id) {
        EmailSenderProviderFactory sender = Stub.of(EmailSenderProviderFactory.class);
        when(sender.getId()).thenReturn(id);
        when(session.model().getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class))
                .thenAnswer(call -> sender);
    }

    /** Lets every mail fail from now on. */
    public void failWith(EmailException exception) {
        failure = exception;
    }

    /** Takes no more jobs. */
    public void beBusy() {
        busy = true;
    }

    public List<Sent> sent() {
        return sent;
    }

    /** Whether nothing waits to be done in the background. */
    public boolean isIdle() {
        return jobs.isEmpty();
    }

    /** Commits, and does the next thing in the background. */
    public void work() {
        session.commit();
        try {
            Runnable job = jobs.poll(20, TimeUnit.SECONDS);
            if (job == null) {
                throw new IllegalStateException("There is nothing to do.");
            }
            job.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
