package com.encvoy.keycloak.application;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/**
 * The fields of a profile that a person lets applications see (Encvoy's {@code public_profile_claims_oauth}). Who has
 * never chosen shows what the realm's default says.
 *
 * @param names of the fields
 */
public record ReleasePolicy(Set<String> names) {

    /** User attribute: names of fields, in values of their own or separated by white space. */
    public static final String ATTRIBUTE = "public_profile_claims_oauth";

    /** Realm attribute with the names for people who have never chosen, separated by white space. */
    public static final String REALM_DEFAULT = "encvoy.default_public_profile_claims_oauth";

    /** With these a first login at Sentry works. */
    static final String DEFAULT = "id picture nickname email given_name family_name";

    public static ReleasePolicy of(RealmModel realm, UserModel user) {
        Set<String> chosen = split(user.getAttributeStream(ATTRIBUTE));
        if (!chosen.isEmpty()) {
            return new ReleasePolicy(chosen);
        }
        String ofRealm = realm.getAttribute(REALM_DEFAULT);
        return new ReleasePolicy(split(Stream.of(StringUtil.isBlank(ofRealm) ? DEFAULT : ofRealm)));
    }

    /** As {@link #of}, read once for all tokens of a request. */
    public static ReleasePolicy cachedIn(KeycloakSession session, RealmModel realm, UserModel user) {
        String key = ATTRIBUTE + "." + user.getId();
        ReleasePolicy fields = session.getAttribute(key, ReleasePolicy.class);
        if (fields == null) {
            fields = of(realm, user);
            session.setAttribute(key, fields);
        }
        return fields;
    }

    private static Set<String> split(Stream<String> values) {
        Set<String> names = new HashSet<>();
        values.forEach(value -> {
            StringTokenizer words = new StringTokenizer(value);
            while (words.hasMoreTokens()) {
                names.add(words.nextToken());
            }
        });
        return Collections.unmodifiableSet(names);
    }

    public boolean has(String field) {
        return names.contains(field);
    }

    /** Whether a claim may be released; claims that are no field of the profile always may. */
    public boolean mayRelease(String claim) {
        return switch (claim) {
            case "preferred_username", "login", "username", "user_name", "upn" -> has("login");
            case "email", "email_verified", "email_public" -> has("email");
            case "phone_number", "phone_number_verified" -> has("phone_number") || has("phone");
            case "given_name",
                    "family_name",
                    "middle_name",
                    "nickname",
                    "picture",
                    "birthdate",
                    "gender",
                    "website",
                    "profile",
                    "zoneinfo",
                    "address",
                    "password_updated_at",
                    "password_change_required" -> has(claim);
            default -> true;
        };
    }
}
