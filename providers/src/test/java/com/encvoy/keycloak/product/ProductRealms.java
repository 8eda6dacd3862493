package com.encvoy.keycloak.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.ws.rs.core.Response;

import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;

import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Realms with a client for each product, and a person {@code linus}. */
final class ProductRealms {

    private ProductRealms() {}

    /** Each client created by a request, as the console and {@code kcadm.sh} do it. */
    static TestRealm created(TestServer server, String name) {
        TestRealm realm = empty(server, name);
        for (ClientRepresentation client : clients(Product.values())) {
            try (Response response = realm.admin().clients().create(client)) {
                assertThat(response.getStatus()).as(client.getClientId()).isEqualTo(201);
            }
        }
        return realm;
    }

    /** The clients of the templates, by a partial import. */
    static TestRealm imported(TestServer server, String name, Product... products) {
        TestRealm realm = empty(server, name);
        PartialImportRepresentation clients = new PartialImportRepresentation();
        clients.setIfResourceExists(PartialImportRepresentation.Policy.FAIL.name());
        clients.setClients(clients(products));
        try (Response response = realm.admin().partialImport(clients)) {
            assertThat(response.getStatus()).as("partial import").isEqualTo(200);
        }
        return realm;
    }

    private static TestRealm empty(TestServer server, String name) {
        TestRealm realm = TestRealm.copy(server, name, copy -> {
            copy.getClients().clear();
            copy.getRoles().getClient().clear();
            copy.getClientScopeMappings().clear();
        });
        realm.person("linus");
        return realm;
    }

    private static List<ClientRepresentation> clients(Product... products) {
        List<ClientRepresentation> clients = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (Product product : products) {
            if (known.add(product.clientId())) {
                clients.add(product.client());
            }
        }
        return clients;
    }
}
