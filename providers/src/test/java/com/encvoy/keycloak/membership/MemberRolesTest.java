package com.encvoy.keycloak.membership;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.Profile;
import org.keycloak.email.EmailException;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.ReadOnlyException;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.access.MemoryCaller;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.memory.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class MemberRolesTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryCaller callers = new MemoryCaller(realm, session);
    private final ClientModel client = realm.client("sentry");
    private final RoleModel owner = client.addRole("OWNER");
    private final RoleModel editor = client.addRole("EDITOR");
    private final RoleModel user = client.addRole("USER");
    private final MemoryUser ada = realm.user("ada").withRoles(owner);
    private final MemoryUser eve = realm.user("eve").withRoles(editor);
    private final MemoryUser bob = realm.user("bob").withRoles(user);
    private final MemoryUser stranger = realm.user("stranger");

    /** Keycloak asks for its features before it takes a consent. */
    @BeforeAll
    static void features() {
        Profile.defaults();
    }

    @BeforeEach
    void sender() throws EmailException {
        new Outbox(session);
    }

    private MemberRoles as(MemoryUser caller) {
        return as(callers.of(caller));
    }

    private MemberRoles as(Caller caller) {
        return new MemberRoles(session.model(), client, caller);
    }

    private MemberRoles asAdministrator() {
        return as(callers.managerOfUsers("root"));
    }

    private static String code(Optional<Refusal> refusal) {
        return refusal.map(Refusal::code).orElse("done");
    }

    private List<String> roles(MemoryUser of) {
        return of.getClientRoleMappingsStream(client)
                .map(RoleModel::getName)
                .sorted()
                .toList();
    }

    private AdminEvent fired() {
        return (AdminEvent) session.fired().get(0);
    }

    @ParameterizedTest
    @EnumSource(ApplicationRole.class)
    void anOwnerGivesAMemberOneRoleInPlaceOfAllOthers(ApplicationRole role) {
        bob.withRoles(editor);

        assertThat(code(as(ada).appoint(bob, role))).isEqualTo("done");

        assertThat(roles(bob)).containsExactly(role.name());
        assertThat(fired().getOperationType()).hasToString("UPDATE");
        assertThat(fired().getResourceTypeAsString()).isEqualTo("ENCVOY_MEMBER");
        assertThat(fired().getResourcePath()).isEqualTo("applications/sentry/members/bob-id");
        assertThat(fired().getAuthDetails().getUserId()).isEqualTo("ada-id");
        assertThat(fired().getRepresentation())
                .contains("\"role\":\"" + role + "\"", "\"before\":[\"EDITOR\",\"USER\"]");
    }

    @Test
    void aRoleThatAMemberHasAlreadyIsNoChange() {
        assertThat(code(as(ada).appoint(bob, ApplicationRole.USER))).isEqualTo("done");

        assertThat(session.fired()).isEmpty();
    }

    @Test
    void anEditorAppointsEditorsButNoOwners() {
        assertThat(code(as(eve).appoint(bob, ApplicationRole.EDITOR))).isEqualTo("done");
        assertThat(code(as(eve).appoint(bob, ApplicationRole.OWNER))).isEqualTo("only_owners");
        assertThat(code(as(eve).appoint(eve, ApplicationRole.OWNER))).isEqualTo("only_owners");

        assertThat(roles(bob)).containsExactly("EDITOR");
    }

    @Test
    void anEditorDoesNothingToAnOwner() {
        realm.user("grace").withRoles(owner);

        assertThat(code(as(eve).appoint(ada, ApplicationRole.USER))).isEqualTo("only_owners");
        assertThat(code(as(eve).block(ada))).isEqualTo("only_owners");
        assertThat(code(as(eve).remove(ada))).isEqualTo("only_owners");
        ada.withRoles(client.addRole("encvoy.blocked"));
        assertThat(code(as(eve).unblock(ada))).isEqualTo("only_owners");

        assertThat(roles(ada)).containsExactly("OWNER", "encvoy.blocked");
    }

    @Test
    void aMemberOrAStrangerGrantsNothing() {
        assertThat(code(as(bob).appoint(bob, ApplicationRole.EDITOR))).isEqualTo("not_permitted");
        assertThat(code(as(bob).appoint(bob, ApplicationRole.OWNER))).isEqualTo("only_owners");
        assertThat(code(as(bob).block(eve))).isEqualTo("not_permitted");
        assertThat(code(as(bob).remove(eve))).isEqualTo("not_permitted");
        assertThat(code(as(bob).endSessions(eve))).isEqualTo("not_permitted");
        assertThat(code(as(stranger).appoint(stranger, ApplicationRole.OWNER))).isEqualTo("not_a_member");

        assertThat(session.fired()).isEmpty();
    }

    @Test
    void aBlockedOwnerHasNoPower() {
        MemoryUser grace = realm.user("grace").withRoles(owner, client.addRole("encvoy.blocked"));

        assertThat(code(as(grace).appoint(bob, ApplicationRole.EDITOR))).isEqualTo("not_permitted");
        assertThat(code(as(grace).block(bob))).isEqualTo("not_permitted");
        assertThat(code(as(grace).unblock(grace))).isNotEqualTo("done");

        assertThat(AccessDecision.isBlocked(client, grace)).isTrue();
    }

    @Test
    void theLastOwnerStays() {
        MemoryUser disabled = realm.user("disabled").withRoles(owner);
        disabled.setEnabled(false);
        realm.user("blocked").withRoles(owner, client.addRole("encvoy.blocked"));

        assertThat(code(as(ada).appoint(ada, ApplicationRole.EDITOR))).isEqualTo("last_owner");
        assertThat(code(as(ada).remove(ada))).isEqualTo("last_owner");
        assertThat(code(asAdministrator().block(ada))).isEqualTo("last_owner");
        assertThat(roles(ada)).containsExactly("OWNER");

        disabled.setEnabled(true);
        assertThat(code(as(ada).appoint(ada, ApplicationRole.EDITOR))).isEqualTo("done");
    }

    @Test
    void whileAnotherNodeTakesAnOwnerNoneIsTaken() {
        realm.user("grace").withRoles(owner);
        session.singleUseObjects().put("encvoy.owners.sentry-id", 60L);

        assertThat(code(as(ada).appoint(ada, ApplicationRole.USER))).isEqualTo("busy");
        assertThat(roles(ada)).containsExactly("OWNER");
    }

    @Test
    void theSlotIsFreeAgainAfterTheTransaction() {
        MemoryUser grace = realm.user("grace").withRoles(owner);
        as(ada).appoint(ada, ApplicationRole.USER);
        assertThat(session.singleUseObjects()).containsKey("encvoy.owners.sentry-id");

        session.commit();

        assertThat(session.singleUseObjects()).doesNotContainKey("encvoy.owners.sentry-id");
        assertThat(code(as(grace).appoint(grace, ApplicationRole.USER))).isEqualTo("last_owner");
    }

    @Test
    void administratorsAppointPeopleWhoAreNoMembersAndOthersDoNot() {
        assertThat(code(as(ada).appoint(stranger, ApplicationRole.USER))).isEqualTo("not_a_member");
        assertThat(code(as(callers.viewerOfUsers("viewer")).appoint(stranger, ApplicationRole.OWNER)))
                .isEqualTo("not_a_member");

        assertThat(code(asAdministrator().appoint(stranger, ApplicationRole.OWNER)))
                .isEqualTo("done");
        assertThat(fired().getOperationType()).hasToString("CREATE");
        assertThat(roles(stranger)).containsExactly("OWNER");
    }

    @Test
    void aRoleThatContainsOthersIsGrantedByAdministratorsOnly() {
        when(editor.isComposite()).thenReturn(true);

        assertThat(code(as(ada).appoint(bob, ApplicationRole.EDITOR))).isEqualTo("composite_role");
        assertThat(code(asAdministrator().appoint(bob, ApplicationRole.EDITOR))).isEqualTo("done");
        RoleModel blocked = client.addRole("encvoy.blocked");
        when(blocked.isComposite()).thenReturn(true);
        assertThat(code(as(ada).block(bob))).isEqualTo("composite_role");
    }

    @Test
    void aRoleFromAnotherRoleCannotBeTaken() {
        RoleModel staff = client.addRole("staff");
        when(staff.hasRole(any())).thenAnswer(call -> call.getArgument(0).equals(editor));
        stranger.withRoles(staff);

        assertThat(code(as(ada).appoint(stranger, ApplicationRole.USER))).isEqualTo("inherited_role");
        assertThat(code(as(ada).remove(stranger))).isEqualTo("inherited_role");
        assertThat(code(as(ada).appoint(stranger, ApplicationRole.EDITOR))).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "realm-management", "admin-cli"})
    void clientsOfKeycloakHaveNoOwners(String clientId) {
        ClientModel keycloaks = realm.client(clientId);

        assertThat(code(new MemberRoles(session.model(), keycloaks, callers.managerOfUsers("root"))
                        .appoint(stranger, ApplicationRole.OWNER)))
                .isEqualTo("not_an_application");
        assertThat(keycloaks.getRole("OWNER")).isNull();
    }

    @Test
    void aBlockIsARoleBesidesTheOthers() {
        assertThat(code(as(ada).block(bob))).isEqualTo("done");

        assertThat(roles(bob)).containsExactly("USER", "encvoy.blocked");
        assertThat(fired().getRepresentation()).isEqualTo("{\"blocked\":true}");
        assertThat(code(as(eve).unblock(bob))).isEqualTo("done");
        assertThat(roles(bob)).containsExactly("USER");
    }

    @Test
    void noOneBlocksThemselves() {
        assertThat(code(as(eve).block(eve))).isEqualTo("not_yourself");
    }

    @Test
    void aBlockByTheAttributeIsForAdministratorsToEnd() {
        bob.with(AccessDecision.BLOCKED_ATTRIBUTE, "sentry", "grafana", "sentry-id");

        assertThat(code(as(ada).unblock(bob))).isEqualTo("blocked_by_administrator");
        assertThat(code(asAdministrator().unblock(bob))).isEqualTo("done");
        assertThat(bob.getAttributeStream(AccessDecision.BLOCKED_ATTRIBUTE)).containsExactly("grafana");
    }

    @Test
    void aRemovedMemberLosesEveryRoleButTheBlockAndTheInvitation() {
        bob.with("email", "bob@example.com").withRoles(client.addRole("staff"), client.addRole("encvoy.blocked"));
        Invitations.of(client).add(Invitation.create("bob@example.com", 600, "ada-id"));

        assertThat(code(as(eve).remove(bob))).isEqualTo("done");

        assertThat(roles(bob)).containsExactly("encvoy.blocked");
        assertThat(Invitations.of(client).list()).isEmpty();
        verify(session.model().users()).revokeConsentForClient(realm.model(), "bob-id", "sentry-id");
        assertThat(fired().getOperationType()).hasToString("DELETE");
        assertThat(fired().getRepresentation()).isNull();
        assertThat(code(as(eve).remove(bob))).isEqualTo("not_a_member");
    }

    @Test
    void membersMayLeave() {
        assertThat(code(as(bob).remove(bob))).isEqualTo("done");
        assertThat(roles(bob)).isEmpty();
    }

    @Test
    void endingSessionsIsAnEventToo() {
        assertThat(code(as(ada).endSessions(bob))).isEqualTo("done");

        assertThat(fired().getOperationType()).hasToString("ACTION");
        assertThat(fired().getRepresentation()).isEqualTo("{\"sessions_ended\":0}");
        assertThat(code(as(ada).endSessions(stranger))).isEqualTo("not_a_member");
    }

    @Test
    void whatADirectoryDoesNotAllowIsRolledBack() {
        UserModel imported = new UserModelDelegate(bob) {
            @Override
            public void grantRole(RoleModel role) {
                throw new ReadOnlyException("read-only");
            }
        };

        assertThat(code(as(ada).appoint(imported, ApplicationRole.EDITOR))).isEqualTo("read_only");

        verify(session.model().getTransactionManager()).setRollbackOnly();
        assertThat(session.fired()).isEmpty();
    }
}
