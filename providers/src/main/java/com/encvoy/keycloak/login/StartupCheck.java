package com.encvoy.keycloak.login;

import java.util.stream.Stream;

import com.encvoy.keycloak.application.MailServer;

import org.jboss.logging.Logger;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Tells administrators at start what people would run into later. */
final class StartupCheck {

    private static final Logger LOG = Logger.getLogger(StartupCheck.class);

    private StartupCheck() {
    }

    static void run(KeycloakSessionFactory factory) {
        PhoneNumberLibrary.check();
        KeycloakModelUtils.runJobInTransaction(factory, session -> session.realms().getRealmsStream()
                .filter(realm -> sendsCodes(realm) && !isReady(session, realm))
                .forEach(realm -> LOG.warnf("Realm '%s' has no mail server: codes cannot be sent%s. Set it up in the admin console:"
                        + " Realm settings, Email.", realm.getName(),
                        realm.isRegistrationAllowed() ? ", and people register without their addresses being verified" : "")));
    }

    private static boolean isReady(KeycloakSession session, RealmModel realm) {
        session.getContext().setRealm(realm);
        return new MailServer(session, realm).isConfigured();
    }

    private static boolean sendsCodes(RealmModel realm) {
        return realm.isEnabled() && Stream.of(realm.getBrowserFlow(), realm.getResetCredentialsFlow(), realm.getRegistrationFlow())
                .anyMatch(flow -> flow != null && hasCodeStep(realm, flow));
    }

    private static boolean hasCodeStep(RealmModel realm, AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId()).filter(execution -> !execution.isDisabled())
                .anyMatch(execution -> execution.isAuthenticatorFlow()
                        ? hasCodeStep(realm, realm.getAuthenticationFlowById(execution.getFlowId()))
                        : EmailCodeAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator()));
    }
}
