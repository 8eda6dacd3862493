package com.encvoy.keycloak.login.code;

import java.net.URI;

import jakarta.ws.rs.core.NewCookie;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.TokenCategory;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Person;
import com.encvoy.keycloak.stage.RequestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class KnownBrowserTest {

    private static final int LIFETIME = 180 * 24 * 60 * 60;

    private final RequestSession session = RequestSession.open();
    private final CookieJar jar = new CookieJar(session);
    private final UserModel ada = Person.named("ada");

    @AfterEach
    void putTheClockBack() {
        Time.setOffset(0);
    }

    private boolean knows(UserModel user) {
        return KnownBrowser.current(session)
                .filter(browser -> browser.knows(user))
                .isPresent();
    }

    @Test
    void isUnknownBeforeTheFirstLogin() {
        assertThat(KnownBrowser.current(session)).isEmpty();
        when(session.request.getHttpHeaders()).thenReturn(null);
        assertThat(KnownBrowser.current(session)).isEmpty();
    }

    @Test
    void knowsThePeopleWhoHaveSignedIn() {
        KnownBrowser.note(session, ada);

        assertThat(knows(ada)).isTrue();
        assertThat(knows(Person.named("eve"))).isFalse();
    }

    @Test
    void forgetsTheOldestOfMoreThanFive() {
        for (String name : new String[] {"ada", "bob", "cid", "dan", "eve"}) {
            KnownBrowser.note(session, Person.named(name));
        }
        assertThat(knows(ada)).isTrue();

        KnownBrowser.note(session, Person.named("fay"));

        assertThat(knows(ada)).isFalse();
        assertThat(knows(Person.named("bob"))).isTrue();
        assertThat(knows(Person.named("fay"))).isTrue();
    }

    @Test
    void staysTheSameForAnotherPersonButNotAfterItsCookieIsGone() {
        KnownBrowser.note(session, ada);
        String id = KnownBrowser.current(session).orElseThrow().getId();
        KnownBrowser.note(session, Person.named("eve"));
        assertThat(KnownBrowser.current(session).orElseThrow().getId()).isEqualTo(id);

        jar.clear();
        KnownBrowser.note(session, ada);
        assertThat(KnownBrowser.current(session).orElseThrow().getId()).isNotEqualTo(id);
    }

    @Test
    void isNotWrittenAgainForAPersonItKnows() {
        KnownBrowser.note(session, ada);
        NewCookie cookie = jar.only();
        KnownBrowser.note(session, ada);

        assertThat(jar.only()).isSameAs(cookie);
    }

    @Test
    void saysWhetherItKnewThePerson() {
        assertThat(KnownBrowser.note(session, ada)).isFalse();
        assertThat(KnownBrowser.note(session, ada)).isTrue();
        assertThat(KnownBrowser.note(session, Person.named("eve"))).isFalse();
    }

    @Test
    void staysKnownAsLongAsItIsUsed() {
        KnownBrowser.note(session, ada);
        Time.setOffset(LIFETIME - 60);
        KnownBrowser.note(session, ada);

        Time.setOffset(LIFETIME + 60);
        assertThat(KnownBrowser.note(session, ada)).isTrue();
    }

    @Test
    void isUnknownAgainAfterHalfAYear() {
        KnownBrowser.note(session, ada);
        Time.setOffset(LIFETIME - 60);
        assertThat(knows(ada)).isTrue();

        Time.setOffset(LIFETIME + 60);
        assertThat(knows(ada)).isFalse();
    }

    @Test
    void isNoOtherTokenOfTheRealm() {
        KnownBrowser.note(session, ada);
        KnownBrowser browser = KnownBrowser.current(session).orElseThrow();
        assertThat(browser.getCategory()).isEqualTo(TokenCategory.INTERNAL);

        browser.type("Bearer");
        assertThat(KnownBrowser.current(session)).isEmpty();
    }

    @Test
    void isUnknownWithoutAnId() {
        KnownBrowser.note(session, ada);
        KnownBrowser.current(session).orElseThrow().id(null);

        assertThat(KnownBrowser.current(session)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://id.example/, true", "http://localhost:8080/, false"})
    void isRememberedInACookieOfTheRealm(URI server, boolean secure) {
        when(session.uri.getBaseUri()).thenReturn(server);

        KnownBrowser.note(session, ada);

        assertThat(jar.only().getPath()).isEqualTo("/realms/demo/");
        assertThat(jar.only().getMaxAge()).isEqualTo(LIFETIME);
        assertThat(jar.only().isHttpOnly()).isTrue();
        assertThat(jar.only().isSecure()).isEqualTo(secure);
        assertThat(jar.only().getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
    }
}
