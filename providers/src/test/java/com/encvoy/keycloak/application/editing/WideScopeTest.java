package com.encvoy.keycloak.application.editing;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;

import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.access.MemoryCaller;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class WideScopeTest {

    private static final String WIKI = "https://wiki.example.com/callback";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("wiki");
    private final Caller owner = new MemoryCaller(realm, new MemorySession(realm)).of(realm.user("ada"));

    @BeforeEach
    void narrow() {
        when(client.getScopeMappingsStream()).thenAnswer(call -> Stream.empty());
    }

    private static ApplicationProfile profile(String domain, String... redirectUris) {
        return new ApplicationProfile("Wiki", "", URI.create(domain), List.of(redirectUris), List.of(), false);
    }

    private boolean refuses(ApplicationProfile changed) {
        return WideScope.of(client, owner)
                .refusal(changed, profile("https://wiki.example.com", WIKI, "https://wiki.example.com/other"))
                .isPresent();
    }

    @Test
    void anOwnerMovesAnApplicationWhoseTokensCarryNothingElse() {
        assertThat(refuses(profile("https://elsewhere.example.com", "https://elsewhere.example.com/callback")))
                .isFalse();
    }

    @Test
    void tokensWithEveryRoleOfAPersonStayWhereTheyGo() {
        when(client.isFullScopeAllowed()).thenReturn(true);

        assertThat(refuses(profile("https://wiki.example.com", WIKI, "https://evil.example.com/")))
                .isTrue();
        assertThat(refuses(profile("https://evil.example.com", WIKI))).isTrue();
        assertThat(refuses(profile("https://wiki.example.com", WIKI)))
                .as("an address less")
                .isFalse();
    }

    @Test
    void soDoTokensWithSomeRoles() {
        when(client.getScopeMappingsStream()).thenAnswer(call -> Stream.of(Stub.of(RoleModel.class)));

        assertThat(refuses(profile("https://evil.example.com", WIKI))).isTrue();
    }
}
