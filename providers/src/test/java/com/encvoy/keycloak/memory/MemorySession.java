package com.encvoy.keycloak.memory;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.core.UriInfo;

import org.keycloak.common.ClientConnection;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.tracing.NoopTracingProvider;
import org.keycloak.tracing.TracingProvider;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

import com.encvoy.keycloak.stage.Stub;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

/** A session of a realm at {@code https://id.example.com/}, which is the session of every later transaction too. */
public final class MemorySession {

    private final KeycloakSession model = Stub.of(KeycloakSession.class);
    private final KeycloakContext context = Stub.of(KeycloakContext.class);
    private final UriInfo request = Stub.of(UriInfo.class);
    private final UserProvider users = Stub.of(UserProvider.class);
    private final KeycloakSessionFactory factory = Stub.of(KeycloakSessionFactory.class);
    private final List<Object> fired = new ArrayList<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, Long> singleUse = new HashMap<>();
    private final List<KeycloakTransaction> enlisted = new ArrayList<>();

    public MemorySession(MemoryRealm realm) {
        when(model.getContext()).thenReturn(context);
        when(context.getRealm()).thenReturn(realm.model());
        setServer("https://id.example.com/");
        realms(realm.model());
        attributes();
        users(realm);
        sessions();
        singleUse();
        transactions();
        events();
    }

    public KeycloakSession model() {
        return model;
    }

    /** What is to be done after the transaction. */
    public List<KeycloakTransaction> enlisted() {
        return enlisted;
    }

    /** The events that were fired: {@link Event} and {@link AdminEvent}. */
    public List<Object> fired() {
        return fired;
    }

    /** The single-use objects, with their lifespans in seconds. */
    public Map<String, Long> singleUseObjects() {
        return singleUse;
    }

    /** Does what is to be done after the transaction, as if it had been committed. */
    public void commit() {
        List<KeycloakTransaction> tasks = List.copyOf(enlisted);
        enlisted.clear();
        tasks.forEach(task -> {
            task.begin();
            task.commit();
        });
    }

    public void setServer(String address) {
        HostnameProvider hostname = Stub.of(HostnameProvider.class);
        when(hostname.getBaseUri(any(), any())).thenReturn(URI.create(address));
        when(model.getProvider(HostnameProvider.class)).thenReturn(hostname);
        KeycloakUriInfo uri = new KeycloakUriInfo(model, UrlType.FRONTEND, request);
        when(context.getUri()).thenReturn(uri);
        when(context.getUri(any(UrlType.class))).thenReturn(uri);
    }

    /** @param path of the request, null where there is none */
    public void setPath(String path) {
        if (path == null) {
            when(context.getUri()).thenThrow(new IllegalStateException("no request"));
        } else {
            when(request.getPath()).thenReturn(path);
        }
    }

    private void realms(RealmModel realm) {
        RealmProvider realms = Stub.of(RealmProvider.class);
        when(model.realms()).thenReturn(realms);
        when(realms.getRealm(anyString())).thenAnswer(call -> realm.getId().equals(call.getArgument(0)) ? realm : null);
        when(realms.getRealmByName(anyString()))
                .thenAnswer(call -> realm.getName().equals(call.getArgument(0)) ? realm : null);
    }

    private void attributes() {
        when(model.getAttribute(anyString())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        when(model.getAttribute(anyString(), any())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        when(model.removeAttribute(anyString())).thenAnswer(call -> attributes.remove(call.<String>getArgument(0)));
        doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
                .when(model)
                .setAttribute(anyString(), any());
    }

    private void users(MemoryRealm realm) {
        when(model.users()).thenReturn(users);
        when(model.getProvider(UserProvider.class)).thenReturn(users);
        when(users.removeUser(any(), any())).thenAnswer(call -> realm.remove(call.<UserModel>getArgument(1)));
        when(users.getUserById(any(), anyString()))
                .thenAnswer(call -> realm.users()
                        .filter(user -> user.getId().equals(call.getArgument(1)))
                        .findFirst()
                        .orElse(null));
        when(users.getUserByEmail(any(RealmModel.class), anyString()))
                .thenAnswer(call -> realm.users()
                        .filter(user -> call.getArgument(1).equals(user.getEmail()))
                        .findFirst()
                        .orElse(null));
        when(users.getUserByUsername(any(RealmModel.class), anyString()))
                .thenAnswer(call -> realm.users()
                        .filter(user -> call.getArgument(1).equals(user.getUsername()))
                        .findFirst()
                        .orElse(null));
        when(users.getRoleMembersStream(any(), any()))
                .thenAnswer(call -> realm.users().filter(user -> user.hasDirectRole(call.getArgument(1))));
        when(users.getRoleMembersStream(any(), any(), any(), any()))
                .thenAnswer(call -> realm.users()
                        .filter(user -> user.hasDirectRole(call.getArgument(1)))
                        .skip(call.<Integer>getArgument(2))
                        .limit(call.<Integer>getArgument(3)));
        when(users.searchForUserByUserAttributeStream(any(), anyString(), anyString()))
                .thenAnswer(call -> realm.users().filter(user -> has(user, call.getArgument(1), call.getArgument(2))));
    }

    /** There are none: no one has signed in. */
    private void sessions() {
        UserSessionProvider sessions = Stub.of(UserSessionProvider.class);
        when(sessions.getUserSessionsStream(any(), any(UserModel.class))).thenAnswer(call -> Stream.empty());
        when(sessions.getOfflineUserSessionsStream(any(), any())).thenAnswer(call -> Stream.empty());
        when(model.sessions()).thenReturn(sessions);
    }

    private static boolean has(UserModel user, String attribute, String value) {
        return user.getAttributeStream(attribute).anyMatch(value::equals);
    }

    private void singleUse() {
        SingleUseObjectProvider store = Stub.of(SingleUseObjectProvider.class);
        when(model.singleUseObjects()).thenReturn(store);
        when(store.putIfAbsent(anyString(), anyLong()))
                .thenAnswer(call -> singleUse.putIfAbsent(call.getArgument(0), call.getArgument(1)) == null);
        when(store.contains(anyString())).thenAnswer(call -> singleUse.containsKey(call.<String>getArgument(0)));
        doAnswer(call -> singleUse.put(call.getArgument(0), call.getArgument(1)))
                .when(store)
                .put(anyString(), anyLong(), any());
        when(store.remove(anyString()))
                .thenAnswer(call -> singleUse.remove(call.<String>getArgument(0)) == null ? null : Map.of());
    }

    private void transactions() {
        KeycloakTransactionManager manager = Stub.of(KeycloakTransactionManager.class);
        doAnswer(call -> enlisted.add(call.getArgument(0))).when(manager).enlistAfterCompletion(any());
        when(model.getTransactionManager()).thenReturn(manager);
        when(factory.create()).thenReturn(model);
        when(model.getKeycloakSessionFactory()).thenReturn(factory);
    }

    private void events() {
        ClientConnection connection = Stub.of(ClientConnection.class);
        EventListenerProviderFactory listeners = Stub.of(EventListenerProviderFactory.class);
        when(listeners.getId()).thenReturn("memory");
        when(listeners.isGlobal()).thenReturn(true);
        when(factory.getProviderFactoriesStream(EventListenerProvider.class)).thenAnswer(call -> Stream.of(listeners));
        EventListenerProvider listener = Stub.of(EventListenerProvider.class);
        when(model.getProvider(EventListenerProvider.class, "memory")).thenReturn(listener);
        when(listeners.create(any())).thenReturn(listener);
        doAnswer(call -> fired.add(call.<Event>getArgument(0).clone()))
                .when(listener)
                .onEvent(any(Event.class));
        doAnswer(call -> fired.add(new AdminEvent(call.getArgument(0))))
                .when(listener)
                .onEvent(any(AdminEvent.class), anyBoolean());
        when(context.getConnection()).thenReturn(connection);
        when(model.getProvider(TracingProvider.class)).thenReturn(new NoopTracingProvider());
    }
}
