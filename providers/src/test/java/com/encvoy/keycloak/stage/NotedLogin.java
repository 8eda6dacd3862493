package com.encvoy.keycloak.stage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.keycloak.sessions.AuthenticationSessionModel;

/** An authentication session that keeps its notes, states and required actions. A mock answers the rest. */
public abstract class NotedLogin implements AuthenticationSessionModel {

    private final Map<String, String> authNotes = new HashMap<>();
    private final Map<String, String> clientNotes = new HashMap<>();
    private final Map<String, String> userSessionNotes = new HashMap<>();
    private final Map<String, ExecutionStatus> states = new HashMap<>();
    private final Set<String> actions = new HashSet<>();

    public static NotedLogin begin() {
        return Stub.partly(NotedLogin.class);
    }

    @Override
    public String getAuthNote(String name) {
        return authNotes.get(name);
    }

    @Override
    public void setAuthNote(String name, String value) {
        authNotes.put(name, value);
    }

    @Override
    public void removeAuthNote(String name) {
        authNotes.remove(name);
    }

    @Override
    public String getClientNote(String name) {
        return clientNotes.get(name);
    }

    @Override
    public void setClientNote(String name, String value) {
        clientNotes.put(name, value);
    }

    @Override
    public Map<String, String> getClientNotes() {
        return Map.copyOf(clientNotes);
    }

    @Override
    public void setUserSessionNote(String name, String value) {
        userSessionNotes.put(name, value);
    }

    @Override
    public Map<String, String> getUserSessionNotes() {
        return Map.copyOf(userSessionNotes);
    }

    @Override
    public Map<String, ExecutionStatus> getExecutionStatus() {
        return Map.copyOf(states);
    }

    @Override
    public void setExecutionStatus(String execution, ExecutionStatus status) {
        states.put(execution, status);
    }

    @Override
    public Set<String> getRequiredActions() {
        return Set.copyOf(actions);
    }

    @Override
    public void addRequiredAction(String action) {
        actions.add(action);
    }

    @Override
    public void removeRequiredAction(String action) {
        actions.remove(action);
    }
}
