package com.encvoy.keycloak.membership;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ModelDuplicateException;

import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class MembersTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("sentry");
    private final MemoryUser grace = realm.user("grace")
            .with("email", "grace@example.com")
            .with("firstName", "Grace")
            .with("lastName", "Hopper")
            .with("nickname", "Amazing")
            .withRoles(client.addRole("USER"));

    private Members asOwner() {
        return new Members(session.model(), client, false);
    }

    private Members asAdministrator() {
        return new Members(session.model(), client, true);
    }

    private Member shown(String released) {
        grace.with("public_profile_claims_oauth", released);
        return asOwner().page(ApplicationRole.USER, 0, 10).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "id given_name family_name login email, Grace Hopper, grace, grace@example.com",
        "given_name nickname, Grace, ,",
        "nickname email, Amazing, , grace@example.com",
        "id, , ,"
    })
    void anOwnerSeesWhatTheApplicationMaySee(String released, String name, String login, String email) {
        Member member = shown(released);

        assertThat(member.name()).isEqualTo(name);
        assertThat(member.login()).isEqualTo(login);
        assertThat(member.email()).isEqualTo(email);
        assertThat(member.role()).isEqualTo(ApplicationRole.USER);
        assertThat(member).hasToString("Member grace-id");
    }

    @Test
    void anAdministratorSeesPeopleWhole() {
        shown("id");
        Member member = asAdministrator().page(ApplicationRole.USER, 0, 10).get(0);

        assertThat(member.name()).isEqualTo("Grace Hopper");
        assertThat(member.login()).isEqualTo("grace");
        assertThat(member.email()).isEqualTo("grace@example.com");
        assertThat(asAdministrator().find("grace")).isPresent();
        assertThat(asAdministrator().find(" grace@example.com ")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"email, true, false", "login, false, true", "id, false, false"})
    void aFieldThatIsNotReleasedCannotBeFoundOutBySearching(String released, boolean byEmail, boolean byLogin) {
        shown(released);

        assertThat(asOwner().find("grace@example.com").isPresent()).isEqualTo(byEmail);
        assertThat(asOwner().find("grace").isPresent()).isEqualTo(byLogin);
    }

    @Test
    void othersThanMembersAreNotFound() {
        realm.user("stranger").with("email", "stranger@example.com");

        assertThat(asAdministrator().find("stranger")).isEmpty();
        assertThat(asAdministrator().find("stranger@example.com")).isEmpty();
        assertThat(asAdministrator().withId("stranger-id")).isEmpty();
        assertThat(asAdministrator().withId("unknown")).isEmpty();
        assertThat(asAdministrator().withId(" ")).isEmpty();
        assertThat(asAdministrator().find("")).isEmpty();
        assertThat(asOwner().withId("grace-id")).isPresent();
    }

    @Test
    void anAddressOfSeveralAccountsFindsNone() {
        when(session.model().users().getUserByEmail(realm.model(), "two@example.com"))
                .thenThrow(new ModelDuplicateException("two"));

        assertThat(asAdministrator().find("two@example.com")).isEmpty();
    }

    @Test
    void listsComeInPages() {
        for (int i = 0; i < 5; i++) {
            realm.user("user" + i).withRoles(client.getRole("USER"));
        }

        assertThat(asOwner().page(ApplicationRole.USER, 4, 10))
                .extracting(Member::id)
                .containsExactly("user3-id", "user4-id");
        assertThat(asOwner().page(ApplicationRole.USER, 0, 2)).hasSize(2);
        assertThat(asOwner().page(ApplicationRole.USER, 0, 0)).isEmpty();
        assertThat(asOwner().page(ApplicationRole.OWNER, 0, 10))
                .as("no such role")
                .isEmpty();
    }

    @Test
    void aMemberWithSeveralRolesIsShownWithTheMostPowerful() {
        grace.withRoles(client.addRole("OWNER"));

        assertThat(asOwner().page(ApplicationRole.USER, 0, 10).get(0).role()).isEqualTo(ApplicationRole.OWNER);
    }

    @Test
    void aFormerMemberWhoIsBlockedCanBeFoundToBeUnblocked() {
        MemoryUser mallory = realm.user("mallory").withRoles(client.addRole("encvoy.blocked"));

        assertThat(asAdministrator().blocked(0, 10)).singleElement().satisfies(member -> {
            assertThat(member.id()).isEqualTo("mallory-id");
            assertThat(member.role()).isNull();
            assertThat(member.blocked()).isTrue();
        });
        assertThat(asAdministrator().withId(mallory.getId())).isPresent();
    }
}
