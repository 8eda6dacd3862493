package com.encvoy.keycloak.membership;

import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class InvitationCookieTest {

    private static final String NAME = "ENCVOY_INVITATION";

    private final MemoryRealm realm = new MemoryRealm("my realm");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("sentry");
    private final HttpRequest request = Stub.of(HttpRequest.class);
    private final Invitation invitation = Invitation.create("ada@example.com", 600, "grace-id");

    @BeforeEach
    void request() {
        when(session.model().getContext().getHttpRequest()).thenReturn(request);
        Invitations.of(client).add(invitation);
    }

    private Optional<String> email(String name, String value) {
        HttpHeaders headers = Stub.of(HttpHeaders.class);
        when(headers.getCookies())
                .thenReturn(Map.of(name, new Cookie.Builder(name).value(value).build()));
        when(request.getHttpHeaders()).thenReturn(headers);
        return InvitationCookie.email(session.model(), client);
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example.com/, /realms/my%20realm/, true",
        "http://localhost:8080/auth/, /auth/realms/my%20realm/, false"
    })
    void goesToItsRealmOnlyAndNeverOpenlyWhereTheServerHasTls(String server, String path, boolean secure) {
        session.setServer(server);
        NewCookie cookie = InvitationCookie.of(session.model(), invitation);

        assertThat(cookie.getName()).isEqualTo(NAME);
        assertThat(cookie.getValue()).isEqualTo(invitation.id());
        assertThat(cookie.getPath()).isEqualTo(path);
        assertThat(cookie.isSecure()).isEqualTo(secure);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getMaxAge()).isEqualTo(3600);
        assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
    }

    @Test
    void namesTheAddressOfTheOpenInvitation() {
        assertThat(email(NAME, invitation.id())).contains("ada@example.com");
    }

    @Test
    void namesNoneOfAnotherCookieOrInvitation() {
        assertThat(InvitationCookie.email(session.model(), client)).isEmpty();
        assertThat(email("OTHER", invitation.id())).isEmpty();
        assertThat(email(NAME, "other")).isEmpty();
        Invitations.of(client).remove(invitation);
        assertThat(email(NAME, invitation.id())).isEmpty();
    }

    @Test
    void namesNoneOfAnInvitationThatHasExpired() {
        Invitation expired = Invitation.create("bob@example.com", 0, "grace-id");
        Invitations.of(client).add(expired);

        assertThat(email(NAME, expired.id())).isEmpty();
    }

    @Test
    void namesNoneOfAnotherApplication() {
        assertThat(email(NAME, invitation.id())).isPresent();
        assertThat(InvitationCookie.email(session.model(), realm.client("grafana")))
                .isEmpty();
    }
}
