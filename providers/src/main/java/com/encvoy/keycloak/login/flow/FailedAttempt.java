package com.encvoy.keycloak.login.flow;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

import jakarta.ws.rs.core.UriInfo;

import org.keycloak.common.ClientConnection;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * A failed attempt for brute-force detection. {@code BruteForceProtector.failedLogin} takes a set of credential types
 * in Keycloak 26.7 and a single type in 26.6. A call compiled against one version does not link against the other, so
 * the method is looked up by its exact parameters. May go when Keycloak 26.6 is no longer supported.
 */
final class FailedAttempt {

    private static final Optional<Method> TAKES_SET = method(BruteForceProtector.class, Set.class);
    private static final Optional<Method> TAKES_ONE = method(BruteForceProtector.class, String.class);

    /** Not a valid user id, since ids contain no spaces. */
    static final String NOBODY = "encvoy unknown";

    private static final String TASK = "bruteforce";

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

    /** @throws IllegalStateException if this Keycloak version has neither method */
    static void requireMethod() {
        if (TAKES_SET.isEmpty() && TAKES_ONE.isEmpty()) {
            throw new IllegalStateException(
                    "Encvoy ID for Keycloak does not support this version of Keycloak: failed attempts cannot "
                            + "be counted.");
        }
    }

    static Optional<Method> method(Class<?> protector, Class<?> categories) {
        try {
            return Optional.of(protector.getMethod(
                    "failedLogin",
                    RealmModel.class,
                    UserModel.class,
                    ClientConnection.class,
                    UriInfo.class,
                    categories));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /**
     * Does the work of counting for an unknown user: Keycloak opens a transaction and counts on another thread, in a
     * transaction of its own.
     */
    static void ofNobody(KeycloakSession session, RealmModel realm) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        ExecutorService executor = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, job -> job.getProvider(ExecutorsProvider.class).getExecutor(TASK));
        executor.execute(() -> KeycloakModelUtils.runJobInTransaction(
                factory,
                job -> job.loginFailures().getUserLoginFailure(job.realms().getRealm(realmId), NOBODY)));
    }

    /** @param category credential type */
    void count(BruteForceProtector protector, String category) {
        try {
            if (TAKES_SET.isPresent()) {
                TAKES_SET.get().invoke(protector, realm, user, connection, uri, Set.of(category));
            } else {
                TAKES_ONE.orElseThrow().invoke(protector, realm, user, connection, uri, category);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Could not count the failed attempt", e);
        }
    }
}
