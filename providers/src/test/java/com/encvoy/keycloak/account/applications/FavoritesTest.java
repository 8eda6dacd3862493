package com.encvoy.keycloak.account.applications;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class FavoritesTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemoryUser ada = realm.user("ada");
    private final Favorites favorites = new Favorites(new MemorySession(realm).model(), realm.model(), ada);

    @Test
    void theyKeepTheirOrderAndEachIsThereOnce() {
        List.of("wiki", "build").forEach(realm::client);
        favorites.add("wiki-id");
        favorites.add("build-id");
        favorites.add("wiki-id");
        assertThat(favorites.ids()).containsExactly("wiki-id", "build-id");

        favorites.remove("wiki-id");
        assertThat(favorites.ids()).containsExactly("build-id");
        favorites.remove("build-id");
        assertThat(ada.getAttributes()).doesNotContainKey(Favorites.ATTRIBUTE);
    }

    @Test
    void thereAreNotMoreThanFifty() {
        for (int i = 0; i < Favorites.MOST; i++) {
            realm.client("a" + i);
            assertThat(favorites.add("a" + i + "-id")).isTrue();
        }
        realm.client("b");

        assertThat(favorites.add("b-id")).isFalse();
        assertThat(favorites.add("a3-id")).isTrue();
        assertThat(favorites.ids()).hasSize(Favorites.MOST).doesNotContain("b-id");
    }

    @Test
    void applicationsThatAreGoneMakeRoom() {
        ada.with(Favorites.ATTRIBUTE, "gone-id");
        realm.client("wiki");
        favorites.add("wiki-id");

        assertThat(favorites.ids()).containsExactly("wiki-id");
    }
}
