package com.encvoy.keycloak.claims;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class AccountClaimsTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryUser ada = realm.user("ada");
    private final AccountClaims claims = new AccountClaims(session.model(), realm.model(), ada);

    private void linked(String userName, IdentityProviderModel provider) {
        IdentityProviderStorageProvider providers = Stub.of(IdentityProviderStorageProvider.class);
        when(session.model().identityProviders()).thenReturn(providers);
        when(providers.getByAlias("github")).thenReturn(provider);
        when(session.model().users().getFederatedIdentitiesStream(realm.model(), ada))
                .thenAnswer(call -> Stream.of(
                        new FederatedIdentityModel("github", "42", userName),
                        new FederatedIdentityModel("google", "43", "ada@gmail.com")));
    }

    private static IdentityProviderModel provider(String issuer) {
        IdentityProviderModel provider = new IdentityProviderModel();
        provider.setProviderId("oidc");
        if (issuer != null) {
            provider.getConfig().put("issuer", issuer);
        }
        return provider;
    }

    @Test
    void noAccountIsLookedUpForAPersonWhoShowsNone() {
        assertThat(claims.publicExternalAccounts()).isEmpty();
        verify(session.model().users(), never()).getFederatedIdentitiesStream(any(), any());
    }

    @Test
    void onlyTheAccountsThatThePersonShowsAreNamed() {
        linked("ada", provider("https://github.example.com"));
        ada.with("public_external_accounts", " github ", "gitlab");

        assertThat(claims.publicExternalAccounts())
                .containsExactly(Map.of(
                        "id",
                        "github",
                        "sub",
                        "42",
                        "label",
                        "ada",
                        "type",
                        "oidc",
                        "issuer",
                        "https://github.example.com"));
    }

    @Test
    void anAccountWithoutANameIsCalledByItsId() {
        linked(null, provider(" "));
        ada.with("public_external_accounts", "github");

        assertThat(claims.publicExternalAccounts())
                .singleElement()
                .satisfies(account ->
                        assertThat(account).containsEntry("label", "42").containsEntry("issuer", "github"));
    }

    @Test
    void anAccountOfAProviderWithoutAnIssuerHasTheAliasInstead() {
        linked("ada", provider(null));
        ada.with("public_external_accounts", "github");

        assertThat(claims.publicExternalAccounts())
                .singleElement()
                .satisfies(account -> assertThat(account).containsEntry("issuer", "github"));
    }

    @Test
    void anAccountOfAProviderThatIsGoneIsOfItsAlias() {
        linked("ada", null);
        ada.with("public_external_accounts", "github");

        assertThat(claims.publicExternalAccounts())
                .singleElement()
                .satisfies(account ->
                        assertThat(account).containsEntry("type", "github").containsEntry("issuer", "github"));
    }

    @Test
    void aPersonFindsTheirProfile() {
        assertThat(claims.personalAccount())
                .containsExactly(Map.of(
                        "type",
                        "lk_personal",
                        "text",
                        "Profile",
                        "link",
                        "https://id.example.com/realms/encvoy/account/"));
    }

    private void dashboard() {
        when(realm.model().isEnabled()).thenReturn(true);
        ClientModel dashboard = realm.client("encvoy-dashboard");
        when(dashboard.isEnabled()).thenReturn(true);
        when(dashboard.isStandardFlowEnabled()).thenReturn(true);
    }

    @Test
    void aPersonFindsTheirPagesInTheDashboardWhereThereIsOne() {
        dashboard();

        assertThat(claims.personalAccount())
                .containsExactly(Map.of(
                        "type", "lk_personal",
                        "text", "Profile",
                        "link", "https://id.example.com/realms/encvoy/dashboard"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "EDITOR"})
    void peopleWhoRunAnApplicationFindTheirs(String role) {
        ada.grantRole(realm.client("wiki").addRole(role));
        assertThat(claims.personalAccount()).as("without a dashboard").hasSize(1);
        dashboard();

        assertThat(claims.personalAccount())
                .hasSize(2)
                .first()
                .isEqualTo(Map.of(
                        "type", "lk_admin",
                        "text", "ADM",
                        "link", "https://id.example.com/realms/encvoy/dashboard/applications"));
    }

    @Test
    void membersFindNoApplicationsToRun() {
        dashboard();
        ada.grantRole(realm.client("wiki").addRole("USER"));
        ada.grantRole(realm.client("account").addRole("OWNER"));

        assertThat(claims.personalAccount()).hasSize(1);
    }

    @Test
    void anAdministratorFindsTheConsoleFirst() {
        ada.grantRole(realm.client("realm-management").addRole("realm-admin"));
        when(realm.model().getDisplayName()).thenReturn("Encvoy ID");

        assertThat(claims.personalAccount())
                .hasSize(2)
                .first()
                .isEqualTo(Map.of(
                        "type",
                        "lk_system",
                        "text",
                        "Encvoy ID",
                        "link",
                        "https://id.example.com/admin/encvoy/console/"));
    }

    @Test
    void aPersonWithoutThatRoleFindsNoConsole() {
        realm.client("realm-management");
        assertThat(claims.personalAccount()).hasSize(1);
        realm.model().getClientByClientId("realm-management").addRole("realm-admin");
        assertThat(claims.personalAccount()).hasSize(1);
    }
}
