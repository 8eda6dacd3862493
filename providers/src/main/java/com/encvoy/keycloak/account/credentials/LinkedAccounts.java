package com.encvoy.keycloak.account.credentials;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.IdentityProviderShowInAccountConsole;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.services.managers.Auth;

/** The accounts of a person elsewhere, through which the person signs in: links to identity providers. */
public final class LinkedAccounts {

    /** Keycloak's action that links another account; a colon and the provider's alias follow. */
    public static final String LINK = "idp_link";

    /** The maximum number of linked accounts, and of those that could be linked. */
    private static final int MAX = 100;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    /**
     * An account elsewhere, or one that could be linked.
     *
     * @param alias of the identity provider
     * @param provider its name
     * @param name of the person there; empty if it is not linked
     */
    public record LinkedAccount(String alias, String provider, String name) {}

    public LinkedAccounts(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Those that Keycloak's account console shows. */
    public List<LinkedAccount> linked() {
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .limit(MAX)
                .flatMap(link -> Optional.ofNullable(session.identityProviders().getByAlias(link.getIdentityProvider()))
                        .filter(IdentityProviderModel::isEnabled)
                        .filter(provider ->
                                provider.getShowInAccountConsole() != IdentityProviderShowInAccountConsole.NEVER)
                        .map(provider -> shown(provider, link.getUserName()))
                        .stream())
                .sorted(Comparator.comparing(LinkedAccount::provider, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private LinkedAccount shown(IdentityProviderModel provider, String name) {
        return new LinkedAccount(
                provider.getAlias(),
                KeycloakModelUtils.getIdentityProviderDisplayName(session, provider),
                name == null ? "" : name);
    }

    public Optional<LinkedAccount> linked(String alias) {
        return linked().stream()
                .filter(account -> account.alias().equals(alias))
                .findFirst();
    }

    /**
     * Where the person could link an account: none if the realm, the account or the asking client does not allow it.
     */
    public List<LinkedAccount> linkable() {
        boolean managed = !Organizations.resolveHomeBroker(session, user).isEmpty();
        if (managed || !mayLink()) {
            return List.of();
        }
        String linked = session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(FederatedIdentityModel::getIdentityProvider)
                .collect(Collectors.joining(","));
        Map<String, String> wanted = Map.of(
                IdentityProviderModel.ENABLED,
                "true",
                IdentityProviderModel.ORGANIZATION_ID,
                "",
                IdentityProviderModel.ALIAS_NOT_IN,
                linked,
                IdentityProviderModel.SHOW_IN_ACCOUNT_CONSOLE,
                IdentityProviderShowInAccountConsole.ALWAYS.name());
        return session.identityProviders()
                .getAllStream(IdentityProviderQuery.userAuthentication().with(wanted), 0, MAX)
                .map(provider -> shown(provider, ""))
                .toList();
    }

    /** The conditions of Keycloak's action, which would refuse without a message. */
    private boolean mayLink() {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(LINK);
        Auth auth = AccountAuth.of(realm, user);
        ClientModel asking = session.getContext().getClient();
        return action != null
                && action.isEnabled()
                && auth != null
                && Stream.of(AccountRoles.MANAGE_ACCOUNT, AccountRoles.MANAGE_ACCOUNT_LINKS)
                        .map(auth.getClient()::getRole)
                        .anyMatch(role -> isGranted(asking, role));
    }

    private boolean isGranted(ClientModel asking, RoleModel role) {
        return role != null && user.hasRole(role) && asking.hasScope(role);
    }

    /**
     * Whether the person may drop the link, by the rules of Keycloak's account console.
     *
     * @return empty if so, else {@code last_link}: there would be no way left to sign in; or {@code managed_link}: the
     *     organisation of the person manages it
     */
    public Optional<String> refusal(String alias) {
        if (Organizations.resolveHomeBroker(session, user).stream()
                .map(IdentityProviderModel::getAlias)
                .anyMatch(alias::equals)) {
            return Optional.of("managed_link");
        }
        boolean another = session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .limit(2)
                        .count()
                > 1;
        return another || user.isFederated() || user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                ? Optional.empty()
                : Optional.of("last_link");
    }

    /**
     * Drops the link, unless there is a {@link #refusal}.
     *
     * @param event to be completed and fired
     */
    public Optional<String> unlink(String alias, EventBuilder event) {
        Optional<String> refusal = refusal(alias);
        FederatedIdentityModel link = session.users().getFederatedIdentity(realm, user, alias);
        if (refusal.isPresent() || link == null) {
            return refusal;
        }
        session.users().removeFederatedIdentity(realm, user, alias);
        event.detail(Details.USERNAME, user.getUsername())
                .detail(Details.IDENTITY_PROVIDER, link.getIdentityProvider())
                .detail(Details.IDENTITY_PROVIDER_USERNAME, link.getUserName())
                .success();
        return Optional.empty();
    }
}
