package com.encvoy.keycloak.claims;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.keycloak.representations.IDToken;

import com.encvoy.keycloak.application.ReleasePolicy;

/**
 * The claims of a token or userinfo response. Keycloak's mappers write most of them into the map of other claims; other
 * mappers may use the token's own fields.
 */
final class TokenClaims {

    private static final Map<String, Consumer<IDToken>> FIELDS = Map.ofEntries(
            Map.entry("name", token -> token.setName(null)),
            Map.entry("given_name", token -> token.setGivenName(null)),
            Map.entry("family_name", token -> token.setFamilyName(null)),
            Map.entry("middle_name", token -> token.setMiddleName(null)),
            Map.entry("nickname", token -> token.setNickName(null)),
            Map.entry("preferred_username", token -> token.setPreferredUsername(null)),
            Map.entry("profile", token -> token.setProfile(null)),
            Map.entry("picture", token -> token.setPicture(null)),
            Map.entry("website", token -> token.setWebsite(null)),
            Map.entry("email", token -> token.setEmail(null)),
            Map.entry("email_verified", token -> token.setEmailVerified(null)),
            Map.entry("gender", token -> token.setGender(null)),
            Map.entry("birthdate", token -> token.setBirthdate(null)),
            Map.entry("zoneinfo", token -> token.setZoneinfo(null)),
            Map.entry("locale", token -> token.setLocale(null)),
            Map.entry("phone_number", token -> token.setPhoneNumber(null)),
            Map.entry("phone_number_verified", token -> token.setPhoneNumberVerified(null)),
            Map.entry("address", token -> token.setAddress((Map<String, Object>) null)));

    private static final Map<String, Function<IDToken, String>> VALUES = Map.ofEntries(
            Map.entry("name", IDToken::getName),
            Map.entry("given_name", IDToken::getGivenName),
            Map.entry("family_name", IDToken::getFamilyName),
            Map.entry("middle_name", IDToken::getMiddleName),
            Map.entry("nickname", IDToken::getNickName),
            Map.entry("preferred_username", IDToken::getPreferredUsername),
            Map.entry("profile", IDToken::getProfile),
            Map.entry("picture", IDToken::getPicture),
            Map.entry("website", IDToken::getWebsite),
            Map.entry("email", IDToken::getEmail),
            Map.entry("phone_number", IDToken::getPhoneNumber));

    private static final Set<String> UNCHECKED =
            Set.of("birthdate", "picture", "phone_number", "phone_number_verified");

    private final IDToken token;

    TokenClaims(IDToken token) {
        this.token = token;
    }

    /** Removes claims that are not public. */
    void removePrivate(ReleasePolicy fields) {
        token.getOtherClaims().keySet().removeIf(claim -> !fields.mayRelease(claim));
        FIELDS.forEach((claim, clear) -> {
            if (!fields.mayRelease(claim)) {
                clear.accept(token);
            }
        });
        if (!fields.mayRelease("given_name") || !fields.mayRelease("family_name")) {
            drop("name");
        }
    }

    /** Removes claims with private values, whatever their names. */
    void keepOut(PrivateValues values) {
        values.removeFrom(token.getOtherClaims());
        VALUES.forEach((claim, value) -> {
            if (values.isPrivate(value.apply(token))) {
                drop(claim);
            }
        });
    }

    /** Whether another mapper has added a claim whose stored value applications may be unable to use. */
    boolean hasUnchecked() {
        return UNCHECKED.stream().anyMatch(token.getOtherClaims()::containsKey);
    }

    /** Replaces each unchecked claim with the checked value, or removes it if there is none. */
    void replaceUnchecked(Map<String, Object> claims) {
        UNCHECKED.stream().filter(token.getOtherClaims()::containsKey).forEach(claim -> {
            drop(claim);
            if (claims.containsKey(claim)) {
                token.getOtherClaims().put(claim, claims.get(claim));
            }
        });
    }

    void put(Map<String, Object> claims) {
        claims.forEach((claim, value) -> {
            drop(claim);
            token.getOtherClaims().put(claim, value);
        });
    }

    private void drop(String claim) {
        token.getOtherClaims().remove(claim);
        FIELDS.getOrDefault(claim, unchanged -> {}).accept(token);
    }
}
