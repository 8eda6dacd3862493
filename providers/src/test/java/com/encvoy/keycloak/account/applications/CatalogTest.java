package com.encvoy.keycloak.account.applications;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.RoleProvider;

import com.encvoy.keycloak.access.CatalogEntry;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

class CatalogTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryUser ada = realm.user("ada");
    private final List<RoleModel> roles = new ArrayList<>();
    private final Catalog catalog = new Catalog(session.model(), realm.model(), ada);

    @BeforeEach
    void search() {
        RoleProvider provider = Stub.of(RoleProvider.class);
        when(session.model().roles()).thenReturn(provider);
        when(provider.searchForClientRolesStream(any(), any(String.class), any(), any(), any()))
                .thenAnswer(call -> roles.stream());
    }

    private ClientModel listed(String clientId, String name, String type) {
        ClientModel client = realm.client(clientId);
        when(client.getName()).thenReturn(name);
        when(client.isEnabled()).thenReturn(true);
        when(client.getBaseUrl()).thenReturn("https://" + clientId + ".example.com/");
        client.setAttribute("encvoy.catalog", "true");
        client.setAttribute("encvoy.catalog_type", type);
        RoleModel role = client.addRole(CatalogEntry.ROLE);
        role.setDescription(type + "\t" + name);
        roles.add(role);
        return client;
    }

    private List<String> titles(String search, int first, int max) {
        return catalog.page(search, first, max).applications().stream()
                .map(Usable::title)
                .toList();
    }

    @Test
    void headingsAndNamesAreInOrderAndOtherApplicationsComeLast() {
        listed("a", "zebra", "Office");
        listed("b", "Other", "");
        listed("c", "Antelope", "office");
        listed("d", "Build", "Development");

        assertThat(titles("", 0, 10)).containsExactly("Build", "Antelope", "zebra", "Other");
    }

    @Test
    void namesAndHeadingsAreSearched() {
        listed("a", "Wiki of the house", "Office");
        listed("b", "Build", "Development");

        assertThat(titles("HOUSE", 0, 10)).containsExactly("Wiki of the house");
        assertThat(titles(" develop ", 0, 10)).containsExactly("Build");
        assertThat(titles("%", 0, 10)).isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < 5; i++) {
            listed("a" + i, "Application " + i, "");
        }

        assertThat(catalog.page("", 0, 2).next()).isEqualTo(2);
        assertThat(titles("", 2, 2)).containsExactly("Application 2", "Application 3");
        assertThat(catalog.page("", 4, 2).next()).isEqualTo(-1);
        assertThat(titles("", 50, 2)).isEmpty();
    }

    @Test
    void whatIsNoLongerListedOrCannotBeUsedIsLeftOut() {
        listed("a", "No longer listed", "").removeAttribute("encvoy.catalog");
        when(listed("b", "Disabled", "").isEnabled()).thenReturn(false);
        when(listed("c", "Without an address", "").getBaseUrl()).thenReturn(null);
        when(listed("d", "An app", "").getBaseUrl()).thenReturn("com.example.app:/start");
        when(listed("e", "Script", "").getBaseUrl()).thenReturn("javascript:alert(1)");
        realm.removeClient(listed("f", "Deleted", ""));
        RoleModel other = realm.client("g").addRole("encvoy.catalogue");
        roles.add(other);
        listed("h", "Left", "");

        assertThat(titles("", 0, 10)).containsExactly("Left");
    }

    @Test
    void onePageLooksAtABoundedNumberOfApplications() {
        for (int i = 0; i < Catalog.MAX_EXAMINED + 1; i++) {
            when(listed("a" + i, String.format("A%04d", i), "").isEnabled()).thenReturn(false);
        }
        listed("z", "Z", "");

        assertThat(catalog.page("", 0, 10)).isEqualTo(new Catalog.Page(List.of(), Catalog.MAX_EXAMINED));
        assertThat(titles("", Catalog.MAX_EXAMINED, 10)).containsExactly("Z");
    }

    @Test
    void theRealmDecidesWhetherThereIsACatalogue() {
        assertThat(catalog.isOn()).isFalse();
        realm.model().setAttribute("encvoy.catalog", "true");
        assertThat(catalog.isOn()).isTrue();
    }
}
