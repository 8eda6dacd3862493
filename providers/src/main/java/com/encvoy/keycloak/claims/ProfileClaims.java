package com.encvoy.keycloak.claims;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.encvoy.keycloak.application.ReleasePolicy;

/** Claims of the scopes {@code profile}, {@code email} and {@code phone} with Encvoy ID's names and types. */
final class ProfileClaims {

    private final ProfileView person;
    private final ReleasePolicy fields;
    private final Supplier<String> neutralName;
    private final Map<String, Object> claims = new LinkedHashMap<>();

    /** @param neutralName of people who show no name */
    ProfileClaims(ProfileView person, ReleasePolicy fields, Supplier<String> neutralName) {
        this.person = person;
        this.fields = fields;
        this.neutralName = neutralName;
    }

    Map<String, Object> claims() {
        return claims;
    }

    void email() {
        person.email().ifPresent(email -> {
            put("email", email);
            put("email_verified", person.isEmailVerified());
        });
        person.flag("email_public").ifPresent(isPublic -> put("email_public", isPublic));
    }

    void phone() {
        person.phoneNumber().ifPresent(number -> {
            put("phone_number", number);
            put("phone_number_verified", person.isPhoneNumberVerified());
        });
    }

    /** @param server base URL for relative picture addresses */
    void profile(URI server) {
        put("login", person.login());
        person.nickname().ifPresent(nickname -> put("nickname", nickname));
        person.givenName().ifPresent(name -> put("given_name", name));
        person.familyName().ifPresent(name -> put("family_name", name));
        claims.put("name", name());
        person.picture(server).ifPresent(picture -> put("picture", picture));
        person.birthdate().ifPresent(date -> put("birthdate", date));
        if (fields.has("password_updated_at")) {
            person.passwordUpdatedAt().ifPresent(time -> put("password_updated_at", time));
        }
        put("password_change_required", person.mustChangePassword());
        Map<String, Object> custom = person.customFields(fields);
        if (!custom.isEmpty()) {
            claims.put("custom_fields", custom);
        }
    }

    /**
     * Never missing: Sentry responds with status 500 without it. Built from public values only: full name, nickname,
     * user name, one of the names. The e-mail address is not among them: it belongs to a scope of its own.
     */
    private String name() {
        Optional<String> given = released("given_name", person.givenName());
        Optional<String> family = released("family_name", person.familyName());
        return given.flatMap(first -> family.map(last -> first + " " + last))
                .or(() -> released("nickname", person.nickname()))
                .or(() -> released("login", Optional.of(person.login())))
                .or(() -> given.or(() -> family))
                .orElseGet(neutralName);
    }

    private Optional<String> released(String field, Optional<String> value) {
        return value.filter(known -> fields.mayRelease(field));
    }

    private void put(String claim, Object value) {
        if (fields.mayRelease(claim)) {
            claims.put(claim, value);
        }
    }
}
