package com.encvoy.keycloak.claims;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.encvoy.keycloak.application.PublicFields;

/** Claims of the scopes {@code profile}, {@code email} and {@code phone} with Encvoy ID's names and types. */
final class ProfileClaims {

    private final Person person;
    private final PublicFields fields;
    private final Map<String, Object> claims = new LinkedHashMap<>();

    ProfileClaims(Person person, PublicFields fields) {
        this.person = person;
        this.fields = fields;
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
            put("phone_number_verified", person.flag("phone_number_verified").orElse(false));
        });
    }

    /** @param server what a relative address of a picture begins with */
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

    /** Never missing: without it Sentry answers 500. It falls back to the nickname, and at last to the login. */
    private String name() {
        Optional<String> full = person.givenName().filter(given -> fields.release("given_name"))
                .flatMap(given -> person.familyName().filter(family -> fields.release("family_name")).map(family -> given + " " + family));
        return full.or(() -> person.nickname().filter(nickname -> fields.release("nickname"))).orElse(person.login());
    }

    private void put(String claim, Object value) {
        if (fields.release(claim)) {
            claims.put(claim, value);
        }
    }
}
