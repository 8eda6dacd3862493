package com.encvoy.keycloak.login;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.ws.rs.core.UriInfo;

import org.keycloak.common.ClientConnection;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * A failed attempt for brute-force detection. Keycloak 26.7 takes a set of kinds of credentials where Keycloak 26.6 takes one kind: a
 * call that is compiled against either does not link against the other, so the method is looked up.
 */
final class FailedAttempt {

    private static final Method FAILED_LOGIN = Stream.of(BruteForceProtector.class.getMethods())
            .filter(method -> method.getName().equals("failedLogin")).findAny().orElseThrow();
    private static final boolean TAKES_SET = FAILED_LOGIN.getParameterTypes()[4] == Set.class;

    private final RealmModel realm;
    private final UserModel user;
    private final ClientConnection connection;
    private final UriInfo uri;

    FailedAttempt(RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri) {
        this.realm = realm;
        this.user = user;
        this.connection = connection;
        this.uri = uri;
    }

    /** @param category the kind of credential */
    void count(BruteForceProtector protector, String category) {
        try {
            FAILED_LOGIN.invoke(protector, realm, user, connection, uri, TAKES_SET ? Set.of(category) : category);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A failed attempt could not be counted", e);
        }
    }
}
