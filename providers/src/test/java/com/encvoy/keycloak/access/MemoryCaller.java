package com.encvoy.keycloak.access;

import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.ClientPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.RolePermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.UserPermissionEvaluator;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.stage.Stub;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/** People of a realm who call a use case, with every role that they have. */
public final class MemoryCaller {

    private final MemoryRealm realm;
    private final MemorySession session;
    private final ClientModel console;

    public MemoryCaller(MemoryRealm realm, MemorySession session) {
        this.realm = realm;
        this.session = session;
        this.console = realm.client("console");
    }

    /** A person with no permission of Keycloak. */
    public Caller of(MemoryUser user) {
        return of(user, false, false);
    }

    /** A new user with {@code manage-users}. */
    public Caller managerOfUsers(String username) {
        return of(realm.user(username), true, true);
    }

    /** A new user with {@code view-users}. */
    public Caller viewerOfUsers(String username) {
        return of(realm.user(username), false, true);
    }

    private Caller of(MemoryUser user, boolean manages, boolean views) {
        UserPermissionEvaluator users = Stub.of(UserPermissionEvaluator.class);
        when(users.canView()).thenReturn(views);
        when(users.canManage()).thenReturn(manages);
        when(users.canManage(any(UserModel.class))).thenReturn(manages);
        when(users.canMapRoles(any())).thenReturn(manages);
        RolePermissionEvaluator roles = Stub.of(RolePermissionEvaluator.class);
        when(roles.canMapRole(any())).thenReturn(manages);
        AdminPermissionEvaluator keycloak = Stub.of(AdminPermissionEvaluator.class);
        when(keycloak.users()).thenReturn(users);
        when(keycloak.roles()).thenReturn(roles);
        ClientPermissionEvaluator clients = Stub.of(ClientPermissionEvaluator.class);
        when(clients.canMapRoles(any())).thenReturn(manages);
        when(keycloak.clients()).thenReturn(clients);
        return new Caller(
                session.model(),
                new AdminAuth(realm.model(), new AccessToken(), user, console),
                keycloak,
                user::hasRole);
    }
}
