package com.encvoy.keycloak.access;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.ClientPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.UserPermissionEvaluator;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

class ApplicationPermissionsTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("sentry");
    private final ClientModel management = realm.client("realm-management");
    private final MemoryUser ada = realm.user("ada");
    private final AdminPermissionEvaluator keycloak = Stub.of(AdminPermissionEvaluator.class);
    private final ClientPermissionEvaluator clients = Stub.of(ClientPermissionEvaluator.class);
    private final UserPermissionEvaluator users = Stub.of(UserPermissionEvaluator.class);

    @BeforeEach
    void administratorOfNothing() {
        when(keycloak.clients()).thenReturn(clients);
        when(keycloak.users()).thenReturn(users);
        protocol(client, "openid-connect");
        Stream.of("OWNER", "EDITOR", "USER").forEach(client::addRole);
        management.addRole("create-client");
    }

    private static void protocol(ClientModel client, String protocol) {
        when(client.getProtocol()).thenReturn(protocol);
    }

    /** @param roles that the token carries, as {@code client/role} or the name of a realm role */
    private ApplicationPermissions with(String... roles) {
        return new ApplicationPermissions(new Caller(
                null,
                new AdminAuth(realm.model(), null, ada, client),
                keycloak,
                role -> Set.of(roles).contains(name(role))));
    }

    private String name(RoleModel role) {
        return Stream.of(client, management)
                .filter(known -> known.getRole(role.getName()) != null)
                .map(known -> known.getClientId() + "/" + role.getName())
                .findFirst()
                .orElse(role.getName());
    }

    /** The names of everything that is allowed. */
    private static Set<String> allowed(ApplicationPermissions permissions, ClientModel client) {
        record Right(String name, BiPredicate<ApplicationPermissions, ClientModel> has) {}
        return Stream.of(
                        new Right("see", ApplicationPermissions::maySee),
                        new Right("read", ApplicationPermissions::mayRead),
                        new Right("change", ApplicationPermissions::mayChange),
                        new Right("members", ApplicationPermissions::mayReadMembers),
                        new Right("manage", ApplicationPermissions::mayManageMembers),
                        new Right("owners", ApplicationPermissions::mayAppointOwners),
                        new Right("delete", ApplicationPermissions::mayDelete),
                        new Right("trust", ApplicationPermissions::mayTrust))
                .filter(right -> right.has().test(permissions, client))
                .map(Right::name)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "sentry/OWNER, see read change members manage owners delete",
        "sentry/EDITOR, see read change members manage",
        "sentry/USER, see",
        "grafana/OWNER, ''"
    })
    void theRolesOfTheTokenDecide(String role, String may) {
        assertThat(allowed(with(role), client)).isEqualTo(may.isEmpty() ? Set.of() : Set.of(may.split(" ")));
    }

    @Test
    void rolesThatTheTokenDoesNotCarryDoNotCount() {
        ada.grantRole(client.getRole("OWNER"));

        assertThat(allowed(with(), client)).isEmpty();
    }

    @Test
    void whoIsBlockedHasNoneOfTheRights() {
        ada.with(AccessDecision.BLOCKED_ATTRIBUTE, "sentry");

        assertThat(allowed(with("sentry/OWNER"), client)).isEmpty();
    }

    @Test
    void anAdministratorOfClientsReadsChangesTrustsAndDeletesButLeavesMembersAlone() {
        when(clients.canView(client)).thenReturn(true);
        when(clients.canConfigure(client)).thenReturn(true);
        when(clients.canManage(client)).thenReturn(true);

        assertThat(allowed(with(), client)).containsExactlyInAnyOrder("see", "read", "change", "delete", "trust");
    }

    @Test
    void anAdministratorOfUsersManagesMembersAndOwnersButLeavesTheSettingsAlone() {
        when(users.canView()).thenReturn(true);
        when(users.canManage()).thenReturn(true);

        assertThat(allowed(with(), client)).containsExactlyInAnyOrder("see", "members", "manage", "owners");
    }

    @Test
    void administratorsWhoMayOnlyLookChangeNothing() {
        when(clients.canView(client)).thenReturn(true);
        when(users.canView()).thenReturn(true);

        assertThat(allowed(with(), client)).containsExactlyInAnyOrder("see", "read", "members");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "account-console",
                "admin-cli",
                "broker",
                "realm-management",
                "security-admin-console",
                "encvoy-dashboard"
            })
    void keycloaksOwnClientsAreNobodysApplications(String builtIn) {
        when(clients.canView(any())).thenReturn(true);
        when(clients.canConfigure(any())).thenReturn(true);
        when(clients.canManage(any(ClientModel.class))).thenReturn(true);
        when(users.canManage()).thenReturn(true);
        ClientModel own = builtIn.equals("realm-management") ? management : realm.client(builtIn);
        protocol(own, "openid-connect");

        assertThat(allowed(with(), own)).isEmpty();
    }

    @Test
    void aClientOfAnotherProtocolIsNoApplication() {
        protocol(client, "saml");

        assertThat(allowed(with("sentry/OWNER"), client)).isEmpty();
    }

    @Test
    void whoHasTheRoleCreatesALimitedNumberAndAnAdministratorAnyNumber() {
        assertThat(with().mayCreate()).isFalse();
        RoleModel role = Stub.of(RoleModel.class);
        when(role.getName()).thenReturn("encvoy-create-application");
        when(realm.model().getRole("encvoy-create-application")).thenReturn(role);

        assertThat(with("encvoy-create-application").mayCreate()).isTrue();
        assertThat(with("encvoy-create-application").createsWithoutLimit()).isFalse();
        assertThat(with("realm-management/create-client").mayCreate()).isTrue();
        assertThat(with("realm-management/create-client").createsWithoutLimit()).isTrue();
    }
}
