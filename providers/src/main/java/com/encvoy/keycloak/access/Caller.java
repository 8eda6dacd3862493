package com.encvoy.keycloak.access;

import java.util.Optional;
import java.util.function.Predicate;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The person or the service account that makes a request: with an access token at the REST API, or with the sign-on
 * session of the browser in the dashboard.
 */
public final class Caller {

    private final KeycloakSession session;
    private final AdminAuth auth;
    private final AdminPermissionEvaluator keycloak;
    private final Predicate<RoleModel> roles;

    Caller(KeycloakSession session, AdminAuth auth, AdminPermissionEvaluator keycloak, Predicate<RoleModel> roles) {
        this.session = session;
        this.auth = auth;
        this.keycloak = keycloak;
        this.roles = roles;
    }

    /** A caller with an access token, and with the roles that the client of the token may use. */
    public static Caller withToken(KeycloakSession session, AuthResult caller) {
        RealmModel realm = session.getContext().getRealm();
        AdminAuth auth = new AdminAuth(realm, caller.token(), caller.user(), caller.client());
        return new Caller(
                session,
                auth,
                AdminPermissions.evaluator(session, realm, auth),
                role -> caller.user().hasRole(role) && mayUse(caller.client(), caller.user(), role));
    }

    /**
     * A person who is signed in to the browser, with all roles of this person.
     *
     * @param through the client that the person signed in to, named in events
     */
    public static Caller withSession(KeycloakSession session, UserModel user, ClientModel through) {
        RealmModel realm = session.getContext().getRealm();
        AccessToken token = new AccessToken();
        token.subject(user.getId()).issuedFor(through.getClientId());
        return new Caller(
                session,
                new AdminAuth(realm, token, user, through),
                AdminPermissions.evaluator(session, realm, realm, user),
                user::hasRole);
    }

    /**
     * Keycloak puts a client's own roles into the scope of its tokens. That must not let an application act as its
     * owner, who merely signed in to it: only a service account, or a scope that an administrator gave, may do that.
     */
    private static boolean mayUse(ClientModel client, UserModel user, RoleModel role) {
        boolean own = client.getId().equals(role.getContainerId()) && user.getServiceAccountClientLink() == null;
        return own
                ? client.isFullScopeAllowed() || client.getScopeMappingsStream().anyMatch(role::equals)
                : client.hasScope(role);
    }

    public UserModel user() {
        return auth.getUser();
    }

    public RealmModel realm() {
        return auth.getRealm();
    }

    /** For Keycloak's classes that act on behalf of an administrator, such as client policies. */
    public AdminAuth auth() {
        return auth;
    }

    /** Keycloak's own permissions, also the fine-grained ones. */
    public AdminPermissionEvaluator keycloak() {
        return keycloak;
    }

    /** Whether this caller may use a role of a client; a token may carry fewer roles than the person has. */
    public boolean hasRole(ClientModel client, String role) {
        return Optional.ofNullable(client.getRole(role)).filter(roles).isPresent();
    }

    /** Whether this caller may use a role of the realm. */
    public boolean hasRealmRole(String role) {
        return Optional.ofNullable(realm().getRole(role)).filter(roles).isPresent();
    }

    /**
     * Whether this caller has every role of a client's service account, as which the holder of the client's secret can
     * act. The client's own roles do not count.
     */
    boolean reachesServiceAccountOf(ClientModel client) {
        UserModel account = client.isServiceAccountsEnabled() ? session.users().getServiceAccount(client) : null;
        return account == null
                || RoleUtils.getDeepUserRoleMappings(account).stream()
                        .allMatch(role -> user().hasRole(role) || client.equals(role.getContainer()));
    }

    /** Starts an admin event on behalf of this caller. */
    public AdminEventBuilder event() {
        return new AdminEventBuilder(
                realm(), auth, session, session.getContext().getConnection());
    }
}
