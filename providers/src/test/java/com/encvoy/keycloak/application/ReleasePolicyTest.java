package com.encvoy.keycloak.application;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class ReleasePolicyTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemoryUser ada = realm.user("ada");

    private Set<String> names() {
        return ReleasePolicy.of(realm.model(), ada).names();
    }

    @Test
    void isWhatThePersonHasChosen() {
        realm.model().setAttribute(ReleasePolicy.REALM_DEFAULT, "login");
        ada.with(ReleasePolicy.ATTRIBUTE, "email", " picture\tnickname ");

        assertThat(names()).containsExactlyInAnyOrder("email", "picture", "nickname");
    }

    @Test
    void isTheRealmsForAPersonWhoHasNeverChosen() {
        realm.model().setAttribute(ReleasePolicy.REALM_DEFAULT, "login  email");
        assertThat(names()).containsExactlyInAnyOrder("login", "email");
        ada.with(ReleasePolicy.ATTRIBUTE, " ");
        assertThat(names()).containsExactlyInAnyOrder("login", "email");
    }

    @Test
    void isThatOfThePackWhereTheRealmSaysNothing() {
        String[] expected = {"id", "picture", "nickname", "email", "given_name", "family_name"};

        assertThat(names()).containsExactlyInAnyOrder(expected);
        realm.model().setAttribute(ReleasePolicy.REALM_DEFAULT, " ");
        assertThat(names()).containsExactlyInAnyOrder(expected);
    }

    @Test
    void isReadOnceForAllTokensOfARequest() {
        MemorySession session = new MemorySession(realm);
        MemoryUser bob = realm.user("bob").with(ReleasePolicy.ATTRIBUTE, "phone");
        ReleasePolicy first =
                ReleasePolicy.cachedIn(session.model(), realm.model(), ada.with(ReleasePolicy.ATTRIBUTE, "login"));
        ada.with(ReleasePolicy.ATTRIBUTE, "email");

        assertThat(first.names()).containsExactly("login");
        assertThat(ReleasePolicy.cachedIn(session.model(), realm.model(), ada)).isSameAs(first);
        assertThat(ReleasePolicy.cachedIn(session.model(), realm.model(), bob).names())
                .containsExactly("phone");
        assertThat(ReleasePolicy.cachedIn(new MemorySession(realm).model(), realm.model(), ada)
                        .names())
                .containsExactly("email");
    }

    @ParameterizedTest
    @CsvSource({
        "preferred_username, login",
        "login, login",
        "username, login",
        "user_name, login",
        "upn, login",
        "email, email",
        "email_verified, email",
        "email_public, email",
        "phone_number, phone_number",
        "phone_number, phone",
        "phone_number_verified, phone_number",
        "phone_number_verified, phone",
        "given_name, given_name",
        "family_name, family_name",
        "middle_name, middle_name",
        "nickname, nickname",
        "picture, picture",
        "birthdate, birthdate",
        "gender, gender",
        "website, website",
        "profile, profile",
        "zoneinfo, zoneinfo",
        "address, address",
        "password_updated_at, password_updated_at",
        "password_change_required, password_change_required"
    })
    void aClaimNeedsItsField(String claim, String field) {
        assertThat(new ReleasePolicy(Set.of(field)).mayRelease(claim)).isTrue();
        assertThat(new ReleasePolicy(Set.of("other")).mayRelease(claim)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "roles", "name", "locale", "Email", "custom"})
    void whatIsNoFieldMayAlwaysBeReleased(String claim) {
        assertThat(new ReleasePolicy(Set.of()).mayRelease(claim)).isTrue();
    }

    @Test
    void hasTheFieldsItNames() {
        assertThat(new ReleasePolicy(Set.of("team")).has("team")).isTrue();
        assertThat(new ReleasePolicy(Set.of("team")).has("custom_fields.team")).isFalse();
    }
}
