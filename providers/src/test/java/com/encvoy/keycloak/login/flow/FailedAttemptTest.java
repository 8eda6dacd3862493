package com.encvoy.keycloak.login.flow;

import java.util.Set;

import jakarta.ws.rs.core.UriInfo;

import org.junit.jupiter.api.Test;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FailedAttemptTest {

    private final FailedAttempt attempt = new FailedAttempt(null, null, null, null);

    @Test
    void isCountedForItsKindOfCredential() {
        Counter counter = new Counter();

        attempt.count(counter, "password");

        assertThat(counter.failed).isEqualTo(Set.of("password"));
    }

    @Test
    void isNotLostWithoutANotice() {
        Counter broken = new Counter() {
            @Override
            void count(Set<String> categories) {
                throw new IllegalArgumentException("broken");
            }
        };

        assertThatThrownBy(() -> attempt.count(broken, "password")).hasRootCauseMessage("broken");
    }

    @Test
    void isCountedByWhicheverMethodThisKeycloakHas() {
        assertThat(FailedAttempt.method(Counter.class, Set.class)).isPresent();
        assertThat(FailedAttempt.method(Counter.class, String.class)).isPresent();
        assertThat(FailedAttempt.method(Counter.class, Integer.class)).isEmpty();
        assertThatCode(FailedAttempt::requireMethod).doesNotThrowAnyException();
    }

    /** Has the methods of every version of Keycloak, hence no {@code @Override} at those. */
    @SuppressWarnings({"EffectivelyPrivate", "MissingOverride", "UnusedMethod", "UnusedVariable"})
    private static class Counter implements BruteForceProtector {

        private Set<String> failed = Set.of();

        void count(Set<String> categories) {
            failed = categories;
        }

        public void failedLogin(
                RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, String category) {
            count(Set.of(category));
        }

        public void failedLogin(
                RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
            count(categories);
        }

        public void successfulLogin(
                RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, String category) {
            throw new UnsupportedOperationException();
        }

        public void successfulLogin(
                RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isTemporarilyDisabled(KeycloakSession session, RealmModel realm, UserModel user) {
            return false;
        }

        @Override
        public boolean isPermanentlyLockedOut(KeycloakSession session, RealmModel realm, UserModel user) {
            return false;
        }

        @Override
        public void cleanUpPermanentLockout(KeycloakSession session, RealmModel realm, UserModel user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }
}
