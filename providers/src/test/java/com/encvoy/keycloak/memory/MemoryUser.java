package com.encvoy.keycloak.memory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/** A user with attributes, roles and required actions. As in Keycloak, names and the address are attributes too. */
public final class MemoryUser extends UserModelDelegate {

    private final String id;
    private final Map<String, List<String>> attributes = new HashMap<>();
    private final Set<RoleModel> roles = new HashSet<>();
    private final Set<String> actions = new HashSet<>();
    private boolean emailVerified;
    private boolean enabled = true;
    private String serviceAccountOf;
    private String federation;
    private Long created;

    /** A user whose id is {@code <username>-id}. */
    public MemoryUser(String username) {
        super(null);
        this.id = username + "-id";
        setSingleAttribute(UserModel.USERNAME, username);
    }

    public MemoryUser with(String attribute, String... values) {
        attributes.put(attribute, List.of(values));
        return this;
    }

    public MemoryUser withVerifiedEmail(String email) {
        emailVerified = true;
        return with(UserModel.EMAIL, email);
    }

    public MemoryUser withRoles(RoleModel... granted) {
        roles.addAll(List.of(granted));
        return this;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getUsername() {
        return getFirstAttribute(UserModel.USERNAME);
    }

    @Override
    public String getEmail() {
        return getFirstAttribute(UserModel.EMAIL);
    }

    @Override
    public boolean isEmailVerified() {
        return emailVerified;
    }

    @Override
    public void setEmailVerified(boolean verified) {
        emailVerified = verified;
    }

    @Override
    public String getFirstName() {
        return getFirstAttribute(UserModel.FIRST_NAME);
    }

    @Override
    public String getLastName() {
        return getFirstAttribute(UserModel.LAST_NAME);
    }

    @Override
    public Map<String, List<String>> getAttributes() {
        return attributes;
    }

    @Override
    public String getFirstAttribute(String name) {
        return getAttributeStream(name).findFirst().orElse(null);
    }

    @Override
    public Stream<String> getAttributeStream(String name) {
        return attributes.getOrDefault(name, List.of()).stream();
    }

    @Override
    public void setAttribute(String name, List<String> values) {
        attributes.put(name, values);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public void setSingleAttribute(String name, String value) {
        attributes.put(name, List.of(value));
    }

    @Override
    public boolean hasRole(RoleModel role) {
        return roles.contains(role) || roles.stream().anyMatch(granted -> granted.hasRole(role));
    }

    @Override
    public boolean hasDirectRole(RoleModel role) {
        return roles.contains(role);
    }

    @Override
    public Stream<RoleModel> getRoleMappingsStream() {
        return Set.copyOf(roles).stream();
    }

    @Override
    public Stream<RoleModel> getClientRoleMappingsStream(ClientModel client) {
        return getRoleMappingsStream().filter(role -> client.equals(role.getContainer()));
    }

    @Override
    public void deleteRoleMapping(RoleModel role) {
        roles.remove(role);
    }

    /** None: roles of a group are tried with a server. */
    @Override
    public Stream<GroupModel> getGroupsStream() {
        return Stream.empty();
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public void grantRole(RoleModel role) {
        roles.add(role);
    }

    @Override
    public Stream<String> getRequiredActionsStream() {
        return actions.stream();
    }

    @Override
    public void addRequiredAction(String action) {
        actions.add(action);
    }

    @Override
    public void removeRequiredAction(String action) {
        actions.remove(action);
    }

    @Override
    public String getFederationLink() {
        return federation;
    }

    @Override
    public void setFederationLink(String link) {
        federation = link;
    }

    @Override
    public Long getCreatedTimestamp() {
        return created;
    }

    @Override
    public void setCreatedTimestamp(Long created) {
        this.created = created;
    }

    @Override
    public String getServiceAccountClientLink() {
        return serviceAccountOf;
    }

    @Override
    public void setServiceAccountClientLink(String clientId) {
        serviceAccountOf = clientId;
    }
}
