package com.encvoy.keycloak.access;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

import com.encvoy.keycloak.application.creation.SavedClient;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

class CatalogSyncTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel wiki = realm.client("wiki");
    private final List<ProviderEventListener> listeners = new ArrayList<>();

    @BeforeEach
    void listen() {
        KeycloakSessionFactory factory = Stub.of(KeycloakSessionFactory.class);
        doAnswer(call -> listeners.add(call.getArgument(0))).when(factory).register(any());
        CatalogSync.register(factory);
        session.setPath("/admin/realms/encvoy/clients/wiki-id");
        when(wiki.getName()).thenReturn("Wiki");
        when(realm.model().getClientsStream()).thenAnswer(call -> List.of(wiki).stream());
    }

    private void fire(ProviderEvent event) {
        listeners.forEach(listener -> listener.onEvent(event));
    }

    private void save() {
        fire(new SavedClient(session.model(), wiki));
        session.commit();
    }

    @Test
    void anApplicationIsListedBelowItsHeading() {
        wiki.setAttribute("encvoy.catalog", "true");
        wiki.setAttribute("encvoy.catalog_type", "Office");
        save();

        assertThat(CatalogEntry.of(wiki.getRole(CatalogEntry.ROLE))).isEqualTo(new CatalogEntry("Office", "Wiki"));
        assertThat(session.enlisted()).isEmpty();
    }

    @Test
    void itsEntryFollowsItsNameAndGoesWithTheSetting() {
        wiki.setAttribute("encvoy.catalog", "true");
        save();
        when(wiki.getName()).thenReturn("Wiki of the house");
        save();
        assertThat(CatalogEntry.of(wiki.getRole(CatalogEntry.ROLE)))
                .isEqualTo(new CatalogEntry("", "Wiki of the house"));

        wiki.removeAttribute("encvoy.catalog");
        save();
        assertThat(wiki.getRole(CatalogEntry.ROLE)).isNull();
    }

    @Test
    void nothingIsDoneForAnApplicationThatStaysAsItIs() {
        fire(new SavedClient(session.model(), wiki));
        assertThat(session.enlisted()).isEmpty();
    }

    @Test
    void anApplicationThatAPersonMadeIsListedOnceItIsTrusted() {
        wiki.setAttribute("encvoy.catalog", "true");
        wiki.setAttribute("encvoy.created_by", "ada-id");
        when(wiki.isConsentRequired()).thenReturn(true);
        save();
        assertThat(wiki.getRole(CatalogEntry.ROLE)).isNull();

        when(wiki.isConsentRequired()).thenReturn(false);
        save();
        assertThat(wiki.getRole(CatalogEntry.ROLE)).isNotNull();
    }

    @Test
    void clientsOfKeycloakAreNeverListed() {
        ClientModel account = realm.client("account");
        account.setAttribute("encvoy.catalog", "true");

        assertThat(CatalogEntry.isListed(account)).isFalse();
    }

    @Test
    void aNewRealmHasItsCatalogue() {
        wiki.setAttribute("encvoy.catalog", "true");
        RealmModel.RealmPostCreateEvent created = Stub.of(RealmModel.RealmPostCreateEvent.class);
        when(created.getCreatedRealm()).thenAnswer(call -> realm.model());
        when(created.getKeycloakSession()).thenAnswer(call -> session.model());

        fire(created);

        assertThat(wiki.getRole(CatalogEntry.ROLE)).isNotNull();
    }

    @Test
    void aNameThatIsTooLongForKeycloakIsCutBetweenCharacters() {
        String name = "\uD83D\uDE00".repeat(200);

        String description = new CatalogEntry("Fun", name).description();

        assertThat(description).hasSizeBetween(254, 255).startsWith("Fun\t\uD83D\uDE00");
        assertThat(description.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
