package com.encvoy.keycloak.login;

import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.login.code.EmailCodeAuthenticatorFactory;
import com.encvoy.keycloak.login.gate.AccessMapper;
import com.encvoy.keycloak.login.identifier.PhoneNumberLibrary;
import com.encvoy.keycloak.mail.MailServer;

/** Warns administrators at startup about configuration problems that users would run into later. */
final class StartupCheck {

    private static final Logger LOG = Logger.getLogger(StartupCheck.class);

    private static final String TASK = "encvoy-startup-check";

    private StartupCheck() {}

    static void run(KeycloakSessionFactory factory) {
        PhoneNumberLibrary.check();
        KeycloakModelUtils.runJobInTransaction(factory, RealmsBehind::check);
        // In the background, not to delay startup: a realm may have thousands of clients.
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.getProvider(ExecutorsProvider.class)
                        .getExecutor(TASK)
                        .execute(() ->
                                KeycloakModelUtils.runJobInTransaction(factory, StartupCheck::checkApplications)));
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .filter(realm -> sendsCodes(realm) && !isReady(session, realm))
                        .forEach(realm -> LOG.warnf(
                                "Realm '%s' has no mail server: codes cannot be sent%s. Set it up in the admin "
                                        + "console: Realm settings, Email.",
                                realm.getName(),
                                realm.isRegistrationAllowed()
                                        ? ", and registration does not verify e-mail addresses"
                                        : "")));
    }

    private static void checkApplications(KeycloakSession session) {
        session.realms()
                .getRealmsStream()
                .filter(realm -> realm.isEnabled() && AccessDecision.guards(realm))
                .toList()
                .forEach(realm -> {
                    realm.getClientScopesStream()
                            .filter(scope -> scope.getName().equals(NarrowScope.SCOPE))
                            .forEach(StartupCheck::check);
                    realm.getClientsStream().filter(ClientModel::isEnabled).forEach(StartupCheck::check);
                });
    }

    private static void check(ClientScopeModel scope) {
        if (scope.getProtocolMappersStream()
                .noneMatch(mapper -> AccessMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))) {
            LOG.warnf(
                    "The client scope '%s' of realm '%s' was created by an earlier version of the pack: add "
                            + "the mapper '%s', so that no token is issued to an application the user may not use.",
                    scope.getName(), scope.getRealm().getName(), AccessMapper.PROVIDER_ID);
        }
    }

    private static void check(ClientModel client) {
        if (Application.of(client).isRestricted() && !isAsked(client)) {
            LOG.warnf(
                    "Client '%s' of realm '%s' restricts access, but receives tokens without an access check, "
                            + "for example in a token exchange. Assign it the default client scope '%s' with the "
                            + "mapper '%s'.",
                    client.getClientId(), client.getRealm().getName(), NarrowScope.SCOPE, AccessMapper.PROVIDER_ID);
        }
        if (NarrowScope.isWide(client)) {
            LOG.warnf(
                    "Access tokens of client '%s' of realm '%s' carry all roles of a user and can change the "
                            + "user's account. Switch off Full scope allowed in the admin console: Clients, %s, Client "
                            + "scopes, %s-dedicated, Scope.",
                    client.getClientId(), client.getRealm().getName(), client.getClientId(), client.getClientId());
        }
    }

    private static boolean isAsked(ClientModel client) {
        return Stream.concat(
                        client.getProtocolMappersStream(),
                        client.getClientScopes(true).values().stream()
                                .flatMap(ClientScopeModel::getProtocolMappersStream))
                .anyMatch(mapper -> AccessMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()));
    }

    private static boolean isReady(KeycloakSession session, RealmModel realm) {
        session.getContext().setRealm(realm);
        return new MailServer(session, realm).isConfigured();
    }

    private static boolean sendsCodes(RealmModel realm) {
        return realm.isEnabled()
                && Stream.of(realm.getBrowserFlow(), realm.getResetCredentialsFlow(), realm.getRegistrationFlow())
                        .anyMatch(flow -> flow != null && hasCodeStep(realm, flow));
    }

    private static boolean hasCodeStep(RealmModel realm, AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(execution -> !execution.isDisabled())
                .anyMatch(execution -> execution.isAuthenticatorFlow()
                        ? hasCodeStep(realm, realm.getAuthenticationFlowById(execution.getFlowId()))
                        : EmailCodeAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator()));
    }
}
