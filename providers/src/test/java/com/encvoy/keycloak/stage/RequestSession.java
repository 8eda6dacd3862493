package com.encvoy.keycloak.stage;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.common.ClientConnection;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserLoginFailureProvider;
import org.keycloak.models.UserProvider;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.tracing.TracingProvider;

import io.opentelemetry.api.trace.Span;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

/**
 * The session of one request in a realm: it keeps attributes and the single-use store; providers are mocks. Jobs that
 * it opens run in the same session at once.
 */
public abstract class RequestSession implements KeycloakSession {

    public final RealmModel realm = Stub.of(RealmModel.class);
    public final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    public final HttpRequest request = Stub.of(HttpRequest.class);
    public final HttpHeaders headers = Stub.of(HttpHeaders.class);

    public final KeycloakUriInfo uri = Stub.ofClass(KeycloakUriInfo.class);

    private final KeycloakContext context = Stub.of(KeycloakContext.class);
    private final KeycloakSessionFactory factory = Stub.of(KeycloakSessionFactory.class);
    private final KeycloakTransactionManager transactions = Stub.of(KeycloakTransactionManager.class);
    private final RealmProvider realms = Stub.of(RealmProvider.class);
    private final ClientProvider clients = Stub.of(ClientProvider.class);
    private final UserProvider users = Stub.of(UserProvider.class);
    private final UserSessionProvider sessions = Stub.of(UserSessionProvider.class);
    private final UserLoginFailureProvider failures = Stub.of(UserLoginFailureProvider.class);
    private final SingleUseObjectProvider store = new SingleUseStore();
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<KeycloakTransaction> afterCompletion = new ArrayList<>();

    public static RequestSession open() {
        RequestSession session = Stub.partly(RequestSession.class);
        session.connect();
        return session;
    }

    private void connect() {
        when(realm.getId()).thenReturn("realm-id");
        when(realm.getName()).thenReturn("demo");
        when(context.getRealm()).thenReturn(realm);
        isFrom("192.0.2.1");
        when(context.getHttpRequest()).thenReturn(request);
        when(request.getDecodedFormParameters()).thenReturn(form);
        when(request.getHttpHeaders()).thenReturn(headers);
        when(context.getUri()).thenReturn(uri);
        when(context.getUri(any())).thenReturn(uri);
        when(uri.getBaseUri()).thenReturn(URI.create("https://id.example/"));
        when(realms.getRealm("realm-id")).thenReturn(realm);
        when(factory.create()).thenReturn(this);
        doAnswer(call -> afterCompletion.add(call.getArgument(0)))
                .when(transactions)
                .enlistAfterCompletion(any());
        TracingProvider tracing = Stub.of(TracingProvider.class);
        when(tracing.getCurrentSpan()).thenReturn(Span.getInvalid());
        when(getProvider(TracingProvider.class)).thenReturn(tracing);
        ExecutorService atOnce = Stub.of(ExecutorService.class);
        doAnswer(call -> {
                    call.<Runnable>getArgument(0).run();
                    return null;
                })
                .when(atOnce)
                .execute(any());
        ExecutorsProvider executors = Stub.of(ExecutorsProvider.class);
        when(executors.getExecutor(any())).thenReturn(atOnce);
        when(getProvider(ExecutorsProvider.class)).thenReturn(executors);
    }

    /** Has requests come from an address. */
    public void isFrom(String address) {
        ClientConnection connection = Stub.of(ClientConnection.class);
        when(connection.getRemoteAddr()).thenReturn(address);
        when(context.getConnection()).thenReturn(connection);
    }

    /** Whether something is left until after the commit. */
    public boolean isAnythingLeft() {
        return !afterCompletion.isEmpty();
    }

    /** Drops what was left until after the commit. */
    public void forget() {
        afterCompletion.clear();
    }

    /** Runs what was left until after the commit. */
    public void commit() {
        List.copyOf(afterCompletion).forEach(transaction -> {
            transaction.begin();
            transaction.commit();
        });
        afterCompletion.clear();
    }

    @Override
    public KeycloakContext getContext() {
        return context;
    }

    @Override
    public KeycloakSessionFactory getKeycloakSessionFactory() {
        return factory;
    }

    @Override
    public KeycloakTransactionManager getTransactionManager() {
        return transactions;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public <T> T getAttribute(String name, Class<T> type) {
        return type.cast(attributes.get(name));
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public RealmProvider realms() {
        return realms;
    }

    @Override
    public ClientProvider clients() {
        return clients;
    }

    @Override
    public UserProvider users() {
        return users;
    }

    @Override
    public UserSessionProvider sessions() {
        return sessions;
    }

    @Override
    public UserLoginFailureProvider loginFailures() {
        return failures;
    }

    @Override
    public SingleUseObjectProvider singleUseObjects() {
        return store;
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
