package com.encvoy.keycloak.claims;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.application.ReleasePolicy;

import static org.assertj.core.api.Assertions.assertThat;

class TokenClaimsTest {

    private final IDToken token = new IDToken();
    private final TokenClaims claims = new TokenClaims(token);

    private Map<String, Object> others() {
        return token.getOtherClaims();
    }

    private static ReleasePolicy shows(String... names) {
        return new ReleasePolicy(Set.of(names));
    }

    @BeforeEach
    void fill() {
        token.setName("Ada Lovelace");
        token.setGivenName("Ada");
        token.setFamilyName("Lovelace");
        token.setMiddleName("King");
        token.setNickName("Countess");
        token.setPreferredUsername("ada");
        token.setProfile("https://example.com/ada");
        token.setPicture("https://example.com/ada.png");
        token.setWebsite("https://ada.example.com");
        token.setEmail("ada@example.com");
        token.setEmailVerified(true);
        token.setGender("female");
        token.setBirthdate("1815-12-10");
        token.setZoneinfo("Europe/London");
        token.setLocale("en");
        token.setPhoneNumber("+4930123456");
        token.setPhoneNumberVerified(true);
    }

    @Test
    void everyFieldOfTheTokenThatIsPrivateIsTakenOut() {
        claims.removePrivate(shows());

        assertThat(new Object[] {
                    token.getName(),
                    token.getGivenName(),
                    token.getFamilyName(),
                    token.getMiddleName(),
                    token.getNickName(),
                    token.getPreferredUsername(),
                    token.getProfile(),
                    token.getPicture(),
                    token.getWebsite(),
                    token.getEmail(),
                    token.getEmailVerified(),
                    token.getGender(),
                    token.getBirthdate(),
                    token.getZoneinfo(),
                    token.getPhoneNumber(),
                    token.getPhoneNumberVerified()
                })
                .containsOnlyNulls();
        assertThat(token.getLocale()).isEqualTo("en");
    }

    @Test
    void anAddressOfAStreetIsTakenOutToo() throws IOException {
        token.setAddress(Map.of("country", "GB"));

        claims.removePrivate(shows());

        assertThat(JsonSerialization.writeValueAsString(token)).doesNotContain("address");
    }

    @Test
    void whatIsPublicStays() {
        others().put("login", "ada");
        others().put("roles", List.of("a"));
        others().put("email_public", true);

        claims.removePrivate(shows("login", "given_name", "family_name"));

        assertThat(token.getPreferredUsername()).isEqualTo("ada");
        assertThat(token.getName()).isEqualTo("Ada Lovelace");
        assertThat(others()).containsEntry("login", "ada").containsKey("roles").doesNotContainKey("email_public");
    }

    @Test
    void theNameNeedsBothNamesToBePublic() {
        others().put("name", "Ada Lovelace");
        claims.removePrivate(shows("given_name"));

        assertThat(token.getName()).isNull();
        assertThat(others()).doesNotContainKey("name");

        token.setName("Ada Lovelace");
        claims.removePrivate(shows("family_name"));
        assertThat(token.getName()).isNull();
    }

    @Test
    void aPrivateValueIsTakenOutOfEveryFieldOfTheToken() {
        claims.keepOut(new PrivateValues(Set.of(
                "ada lovelace",
                "ada",
                "lovelace",
                "king",
                "countess",
                "https://example.com/ada",
                "https://example.com/ada.png",
                "https://ada.example.com",
                "ada@example.com",
                "+4930123456")));

        assertThat(new Object[] {
                    token.getName(),
                    token.getGivenName(),
                    token.getFamilyName(),
                    token.getMiddleName(),
                    token.getNickName(),
                    token.getPreferredUsername(),
                    token.getProfile(),
                    token.getPicture(),
                    token.getWebsite(),
                    token.getEmail(),
                    token.getPhoneNumber()
                })
                .containsOnlyNulls();
    }

    @Test
    void aPrivateValueIsTakenOutOfOtherClaimsAlone() {
        others().put("team", "ADA@example.com");
        others().put("floor", "3");

        claims.keepOut(new PrivateValues(Set.of("ada@example.com")));

        assertThat(others()).containsOnlyKeys("floor");
        assertThat(token.getEmail()).isNull();
        assertThat(token.getPreferredUsername()).isEqualTo("ada");
    }

    @Test
    void whatIsStoredUncheckedIsReplacedByWhatWasChecked() {
        assertThat(claims.hasUnchecked()).isFalse();
        others().put("birthdate", "10.12.1815");
        others().put("picture", "javascript:alert(1)");
        assertThat(claims.hasUnchecked()).isTrue();

        claims.replaceUnchecked(Map.of("birthdate", "1815-12-10", "phone_number", "+4930123456"));

        assertThat(others()).containsOnlyKeys("birthdate").containsEntry("birthdate", "1815-12-10");
        assertThat(token.getPicture()).isNull();
        assertThat(token.getPhoneNumber()).isEqualTo("+4930123456");
    }

    @Test
    void claimsThatArePutInReplaceFieldsOfTheToken() {
        claims.put(Map.of("email", "new@example.com", "login", "ada"));

        assertThat(token.getEmail()).isNull();
        assertThat(others()).containsEntry("email", "new@example.com").containsEntry("login", "ada");
    }
}
