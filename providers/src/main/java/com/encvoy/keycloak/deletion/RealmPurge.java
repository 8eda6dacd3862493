package com.encvoy.keycloak.deletion;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

import com.encvoy.keycloak.access.DeletionMark;

/** Deletes the accounts of a realm that can no longer be restored, day by day, in batches. */
final class RealmPurge {

    private static final int BATCH = 100;

    private final KeycloakSessionFactory factory;
    private final String realmId;

    RealmPurge(KeycloakSessionFactory factory, String realmId) {
        this.factory = factory;
        this.realmId = realmId;
    }

    void run() {
        LocalDate done = null;
        for (LocalDate day : inRealm((session, realm) -> PurgedDays.due(realm))) {
            if (!purge(day)) {
                // This day is searched once more by the next run.
                break;
            }
            done = day;
        }
        if (done != null) {
            LocalDate last = done;
            inRealm((session, realm) -> {
                PurgedDays.record(realm, last);
                return last;
            });
        }
    }

    /** @return whether no account of the day is left */
    private boolean purge(LocalDate day) {
        Set<String> left = new HashSet<>();
        List<String> batch = batch(day, left);
        while (!batch.isEmpty()) {
            batch.stream()
                    .filter(user -> !new DueAccount(factory, realmId, user, day).settle())
                    .forEach(left::add);
            batch = batch(day, left);
        }
        return left.isEmpty();
    }

    private List<String> batch(LocalDate day, Set<String> left) {
        return inRealm((session, realm) -> {
            // Keycloak's own storage: accounts of directories are not marked, and directories need not be searched.
            try (Stream<UserModel> marked = session.getProvider(UserProvider.class)
                    .searchForUserByUserAttributeStream(realm, DeletionMark.ATTRIBUTE, day.toString())) {
                return marked.map(UserModel::getId)
                        .filter(user -> !left.contains(user))
                        .limit(BATCH)
                        .toList();
            }
        });
    }

    private <T> T inRealm(BiFunction<KeycloakSession, RealmModel, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            return work.apply(session, realm);
        });
    }
}
