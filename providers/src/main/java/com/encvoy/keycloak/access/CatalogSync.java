package com.encvoy.keycloak.access;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import com.encvoy.keycloak.application.AfterCommit;
import com.encvoy.keycloak.application.creation.ClientChange;
import com.encvoy.keycloak.application.creation.ClientChangeListener;

/**
 * Keeps the catalogue consistent with the settings of applications, however they are changed; see {@link CatalogEntry}.
 * It runs after the change, because an import may contain the role itself.
 */
public final class CatalogSync extends ClientChangeListener {

    private CatalogSync() {}

    public static void register(KeycloakSessionFactory factory) {
        factory.register(new CatalogSync());
        factory.register(event -> {
            if (event instanceof RealmModel.RealmPostCreateEvent created) {
                created.getCreatedRealm()
                        .getClientsStream()
                        .filter(CatalogEntry::isListed)
                        .toList()
                        .forEach(CatalogSync::apply);
            }
        });
    }

    @Override
    protected void changed(ClientChange change) {
        if (isUpToDate(change.client())) {
            return;
        }
        KeycloakSessionFactory factory = change.session().getKeycloakSessionFactory();
        String realmId = change.client().getRealm().getId();
        String clientId = change.client().getId();
        AfterCommit.run(
                change.session(),
                () -> KeycloakModelUtils.runJobInTransaction(factory, job -> {
                    RealmModel realm = job.realms().getRealm(realmId);
                    ClientModel client = realm == null ? null : realm.getClientById(clientId);
                    if (client != null) {
                        job.getContext().setRealm(realm);
                        apply(client);
                    }
                }));
    }

    private static boolean isUpToDate(ClientModel client) {
        RoleModel role = client.getRole(CatalogEntry.ROLE);
        return CatalogEntry.isListed(client)
                ? role != null && CatalogEntry.of(client).description().equals(role.getDescription())
                : role == null;
    }

    private static void apply(ClientModel client) {
        if (isUpToDate(client)) {
            return;
        }
        RoleModel role = client.getRole(CatalogEntry.ROLE);
        if (!CatalogEntry.isListed(client)) {
            client.removeRole(role);
            return;
        }
        RoleModel entry = role == null ? client.addRole(CatalogEntry.ROLE) : role;
        entry.setDescription(CatalogEntry.of(client).description());
    }
}
