package com.encvoy.keycloak.claims;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.DashboardAddress;
import com.encvoy.keycloak.application.RealmName;

/**
 * Claims of the scopes {@code accounts} and {@code lk}. Always released: they contain what the user publishes anyway,
 * and links to the user's own pages.
 */
final class AccountClaims {

    /** User attribute: aliases of the linked identity providers that applications may see. */
    static final String PUBLIC_ACCOUNTS = "public_external_accounts";

    private static final Set<String> ADMINISTRATORS =
            Set.of(ApplicationRole.OWNER.name(), ApplicationRole.EDITOR.name());

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    AccountClaims(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Encvoy's {@code publicExternalAccounts}, without its {@code rest_info}, which contains secrets in Encvoy ID. */
    List<Map<String, Object>> publicExternalAccounts() {
        Set<String> shown =
                user.getAttributeStream(PUBLIC_ACCOUNTS).map(String::strip).collect(Collectors.toSet());
        if (shown.isEmpty()) {
            return List.of();
        }
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .filter(account -> shown.contains(account.getIdentityProvider()))
                .map(this::account)
                .toList();
    }

    private Map<String, Object> account(FederatedIdentityModel account) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(account.getIdentityProvider());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", account.getIdentityProvider());
        shown.put("sub", account.getUserId());
        shown.put("label", Optional.ofNullable(account.getUserName()).orElse(account.getUserId()));
        shown.put("type", provider == null ? account.getIdentityProvider() : provider.getProviderId());
        String issuer = provider == null ? null : provider.getConfig().get("issuer");
        shown.put("issuer", StringUtil.isBlank(issuer) ? account.getIdentityProvider() : issuer);
        return shown;
    }

    /**
     * Encvoy's {@code lk}: links to the person's own pages; for realm administrators to the admin console, for people
     * who run applications to those.
     */
    List<Map<String, Object>> personalAccount() {
        List<Map<String, Object>> entries = new ArrayList<>();
        URI server = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        boolean hasDashboard = DashboardAddress.client(realm).isPresent();
        if (isAdministrator()) {
            URI console = session.getContext()
                    .getUri(UrlType.ADMIN)
                    .getBaseUriBuilder()
                    .path("admin/{realm}/console/")
                    .build(realm.getName());
            entries.add(entry("lk_system", systemName(), console.toString()));
        }
        if (hasDashboard && runsApplications()) {
            entries.add(entry("lk_admin", "ADM", DashboardAddress.of(server, realm) + "applications"));
        }
        String personal = hasDashboard
                ? DashboardAddress.of(server, realm).toString().replaceFirst("/$", "")
                : Urls.realmBase(server)
                        .path("{realm}/account/")
                        .build(realm.getName())
                        .toString();
        entries.add(entry("lk_personal", "Profile", personal));
        return entries;
    }

    private static Map<String, Object> entry(String type, String text, String link) {
        return Map.of("type", type, "text", text, "link", link);
    }

    /** Whether a role that was given to this person says so; roles of groups are not looked through for each token. */
    private boolean runsApplications() {
        return user.getRoleMappingsStream()
                .filter(RoleModel::isClientRole)
                .anyMatch(role -> ADMINISTRATORS.contains(role.getName())
                        && role.getContainer() instanceof ClientModel client
                        && ApplicationPermissions.isApplication(client));
    }

    private boolean isAdministrator() {
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        RoleModel role = management == null ? null : management.getRole(AdminRoles.REALM_ADMIN);
        return role != null && user.hasRole(role);
    }

    /** Encvoy's {@code systemClient} and {@code orgClient}: a realm corresponds to one organisation. */
    String systemName() {
        return RealmName.of(realm);
    }
}
