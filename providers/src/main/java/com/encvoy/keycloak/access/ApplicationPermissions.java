package com.encvoy.keycloak.access;

import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * What a caller may do with applications. For administrators of the realm, Keycloak's own permissions decide; for
 * owners, editors and members, their role in the application. A person who is blocked in an application has no rights
 * there.
 */
public final class ApplicationPermissions {

    /** Realm role of people who may create applications. Stored in realms, never to be renamed. */
    public static final String CREATE_ROLE = "encvoy-create-application";

    /** The client of the dashboard. Stored in realms, never to be renamed. */
    public static final String DASHBOARD_CLIENT = "encvoy-dashboard";

    /** Clients of Keycloak and of this pack, which do not belong to anyone. */
    private static final Set<String> BUILT_IN = Set.of(
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
            Constants.ACCOUNT_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CLI_CLIENT_ID,
            Constants.ADMIN_CONSOLE_CLIENT_ID,
            Constants.ADMIN_PERMISSIONS_CLIENT_ID,
            Constants.BROKER_SERVICE_CLIENT_ID,
            Constants.REALM_MANAGEMENT_CLIENT_ID,
            DASHBOARD_CLIENT);

    private static final Set<String> ADMINISTRATORS =
            Set.of(ApplicationRole.OWNER.name(), ApplicationRole.EDITOR.name());

    private final Caller caller;

    public ApplicationPermissions(Caller caller) {
        this.caller = caller;
    }

    /** Whether a client is an application: it speaks OpenID Connect and is not one of Keycloak's own. */
    public static boolean isApplication(ClientModel client) {
        return OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol())
                && !client.isBearerOnly()
                && !isBuiltIn(client);
    }

    /** Whether a client is one of Keycloak or of this pack. */
    public static boolean isBuiltIn(ClientModel client) {
        return BUILT_IN.contains(client.getClientId());
    }

    public boolean mayCreate() {
        return caller.hasRealmRole(CREATE_ROLE) || createsWithoutLimit();
    }

    /** Whether the number of applications is not limited, and those that are created are trusted. */
    public boolean createsWithoutLimit() {
        return hasManagementRole(AdminRoles.CREATE_CLIENT)
                || caller.keycloak().clients().canManage();
    }

    /** Whether every application of the realm may be listed. */
    public boolean seesAll() {
        return caller.keycloak().clients().canView();
    }

    /**
     * Whether some applications beside the caller's own may be listed: Keycloak's fine-grained permissions say which.
     */
    boolean seesSome() {
        return caller.keycloak().clients().canList();
    }

    /** Whether there is something to administer: applications of the caller's own or of others, or new ones. */
    public boolean administersSome() {
        return mayCreate()
                || seesAll()
                || seesSome()
                || RoleUtils.getDeepUserRoleMappings(caller.user()).stream()
                        .filter(RoleModel::isClientRole)
                        .filter(role -> ADMINISTRATORS.contains(role.getName()))
                        .anyMatch(role -> runs((ClientModel) role.getContainer()));
    }

    /** Whether name, address and contact may be seen: by members, and by callers that may do more. */
    public boolean maySee(ClientModel client) {
        return isApplication(client) && (roleIn(client) != null || mayRead(client) || mayReadMembers(client));
    }

    /** Whether everything but the secret may be read. */
    public boolean mayRead(ClientModel client) {
        return mayChange(client)
                || (isApplication(client) && caller.keycloak().clients().canView(client));
    }

    public boolean mayChange(ClientModel client) {
        return runs(client)
                || (isApplication(client) && caller.keycloak().clients().canConfigure(client));
    }

    /**
     * Whether the secret may be read and replaced. It is also the key to the client's service account, so that a role
     * in the application does not suffice if that account has roles that the caller lacks.
     */
    public boolean maySeeSecret(ClientModel client) {
        return mayChange(client)
                && (caller.keycloak().clients().canConfigure(client) || caller.reachesServiceAccountOf(client));
    }

    public boolean mayReadMembers(ClientModel client) {
        return mayManageMembers(client)
                || (isApplication(client) && caller.keycloak().users().canView());
    }

    /** Whether members, editors and invitations may be changed. */
    public boolean mayManageMembers(ClientModel client) {
        return runs(client)
                || (isApplication(client) && caller.keycloak().users().canManage());
    }

    /** Whether owners may be appointed, and given another role. */
    public boolean mayAppointOwners(ClientModel client) {
        return owns(client)
                || (isApplication(client) && caller.keycloak().users().canManage());
    }

    public boolean mayDelete(ClientModel client) {
        return owns(client)
                || (isApplication(client) && caller.keycloak().clients().canManage(client));
    }

    /** Whether an application that a person made may be trusted, so that it no longer asks for consent. */
    public boolean mayTrust(ClientModel client) {
        return isApplication(client) && caller.keycloak().clients().canManage(client);
    }

    /** Whether the caller may see of people what Keycloak's console shows, not only what they release. */
    public boolean seesPeopleWhole() {
        return caller.keycloak().users().canView();
    }

    public boolean mayReadRealm() {
        return caller.keycloak().realm().canViewRealm();
    }

    public boolean mayChangeRealm() {
        return caller.keycloak().realm().canManageRealm();
    }

    /** The effective role in an application; null for none, or if the caller is blocked there. */
    public ApplicationRole roleIn(ClientModel client) {
        return AccessDecision.isBlocked(client, caller.user())
                ? null
                : Stream.of(ApplicationRole.values())
                        .filter(role -> caller.hasRole(client, role.name()))
                        .findFirst()
                        .orElse(null);
    }

    private boolean owns(ClientModel client) {
        return isApplication(client) && roleIn(client) == ApplicationRole.OWNER;
    }

    private boolean runs(ClientModel client) {
        ApplicationRole role = isApplication(client) ? roleIn(client) : null;
        return role != null && role.isAdministrator();
    }

    private boolean hasManagementRole(String role) {
        ClientModel management = caller.realm().getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return management != null && caller.hasRole(management, role);
    }
}
