package com.encvoy.keycloak.memory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.mockito.stubbing.Answer;

import com.encvoy.keycloak.stage.Stub;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

/** A realm with its clients and users. Each id is the name and {@code -id}. */
public final class MemoryRealm {

    private final RealmModel model = Stub.of(RealmModel.class);
    private final Map<String, ClientModel> clients = new LinkedHashMap<>();
    private final Map<String, UserModel> users = new LinkedHashMap<>();

    public MemoryRealm(String name) {
        when(model.getId()).thenReturn(name + "-id");
        when(model.getName()).thenReturn(name);
        Map<String, String> attributes = new HashMap<>();
        when(model.getAttribute(anyString())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        doAnswer(put(attributes)).when(model).setAttribute(anyString(), anyString());
        Map<String, RequiredActionProviderModel> actions = new LinkedHashMap<>();
        when(model.getRequiredActionProvidersStream()).thenAnswer(call -> actions.values().stream());
        when(model.getRequiredActionProviderByAlias(anyString()))
                .thenAnswer(call -> actions.get(call.<String>getArgument(0)));
        when(model.addRequiredActionProvider(any())).thenAnswer(call -> {
            RequiredActionProviderModel action = call.getArgument(0);
            actions.put(action.getAlias(), action);
            return action;
        });
        when(model.getClientsStream()).thenAnswer(call -> clients.values().stream());
        when(model.getClientByClientId(anyString())).thenAnswer(call -> clients.get(call.<String>getArgument(0)));
        when(model.getClientById(anyString()))
                .thenAnswer(call -> clients.values().stream()
                        .filter(client -> client.getId().equals(call.getArgument(0)))
                        .findFirst()
                        .orElse(null));
    }

    public RealmModel model() {
        return model;
    }

    Stream<UserModel> users() {
        return users.values().stream();
    }

    /** A new user. */
    public MemoryUser user(String username) {
        MemoryUser user = new MemoryUser(username);
        users.put(user.getId(), user);
        return user;
    }

    public void removeUser(UserModel user) {
        remove(user);
    }

    boolean remove(UserModel user) {
        return users.remove(user.getId()) != null;
    }

    /** A new client, without roles. */
    public ClientModel client(String clientId) {
        ClientModel client = Stub.of(ClientModel.class);
        when(client.getId()).thenReturn(clientId + "-id");
        when(client.getClientId()).thenReturn(clientId);
        when(client.getRealm()).thenReturn(model);
        when(client.getProtocol()).thenReturn("openid-connect");
        Map<String, String> attributes = new HashMap<>();
        when(client.getAttribute(anyString())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        doAnswer(put(attributes)).when(client).setAttribute(anyString(), anyString());
        doAnswer(call -> attributes.remove(call.<String>getArgument(0)))
                .when(client)
                .removeAttribute(anyString());
        Map<String, RoleModel> roles = new HashMap<>();
        when(client.getRole(anyString())).thenAnswer(call -> roles.get(call.<String>getArgument(0)));
        when(client.addRole(anyString()))
                .thenAnswer(call -> roles.computeIfAbsent(call.getArgument(0), role -> role(client, role)));
        when(client.removeRole(any())).thenAnswer(call -> roles.values().remove(call.<RoleModel>getArgument(0)));
        clients.put(clientId, client);
        return client;
    }

    public void removeClient(ClientModel client) {
        clients.remove(client.getClientId());
    }

    private static RoleModel role(ClientModel client, String name) {
        RoleModel role = Stub.of(RoleModel.class);
        when(role.getName()).thenReturn(name);
        when(role.isClientRole()).thenReturn(true);
        when(role.getContainer()).thenReturn(client);
        when(role.getContainerId()).thenAnswer(call -> client.getId());
        doAnswer(call -> {
                    when(role.getDescription()).thenReturn(call.getArgument(0));
                    return null;
                })
                .when(role)
                .setDescription(anyString());
        Map<String, List<String>> attributes = new HashMap<>();
        when(role.getAttributes()).thenReturn(attributes);
        when(role.getAttributeStream(anyString()))
                .thenAnswer(call -> attributes.getOrDefault(call.<String>getArgument(0), List.of()).stream());
        doAnswer(call -> attributes.put(call.getArgument(0), List.of(call.<String>getArgument(1))))
                .when(role)
                .setSingleAttribute(anyString(), anyString());
        doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
                .when(role)
                .setAttribute(anyString(), any());
        doAnswer(call -> attributes.remove(call.<String>getArgument(0)))
                .when(role)
                .removeAttribute(anyString());
        return role;
    }

    private static Answer<Object> put(Map<String, String> attributes) {
        return call -> attributes.put(call.getArgument(0), call.getArgument(1));
    }
}
