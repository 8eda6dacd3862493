package com.encvoy.keycloak.application;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/**
 * The profile fields that a user lets applications see (Encvoy's {@code public_profile_claims_oauth}). Users who never
 * chose use the realm's default.
 *
 * @param names of the fields
 */
public record ReleasePolicy(Set<String> names) {

    /** User attribute: field names, as separate values or separated by white space. */
    public static final String ATTRIBUTE = "public_profile_claims_oauth";

    /** Realm attribute: the field names for users who never chose, separated by white space. */
    public static final String REALM_DEFAULT = "encvoy.default_public_profile_claims_oauth";

    /** Sufficient for a first login at Sentry. */
    static final String DEFAULT = "id picture nickname email given_name family_name";

    private static final List<String> PROFILE_FIELDS = List.of(
            "id",
            "login",
            "email",
            "phone_number",
            "given_name",
            "family_name",
            "middle_name",
            "nickname",
            "picture",
            "birthdate",
            "gender",
            "website",
            "profile",
            "zoneinfo",
            "address");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** The realm's default, for its editor. */
    public static final Setting<Set<String>> DEFAULT_FIELDS = new Setting<>(
            REALM_DEFAULT,
            Setting.Owner.REALM,
            SettingType.names(
                    "names of profile fields and custom fields, separated by spaces",
                    "names of profile fields such as nickname",
                    PROFILE_FIELDS,
                    name -> NAME.matcher(name).matches()),
            Set.of(DEFAULT.split(" ")),
            "`" + DEFAULT + "`",
            "fields that applications see of users who have not made a choice");

    public static ReleasePolicy of(RealmModel realm, UserModel user) {
        Set<String> chosen = split(user.getAttributeStream(ATTRIBUTE));
        if (!chosen.isEmpty()) {
            return new ReleasePolicy(chosen);
        }
        String ofRealm = realm.getAttribute(REALM_DEFAULT);
        return new ReleasePolicy(split(Stream.of(StringUtil.isBlank(ofRealm) ? DEFAULT : ofRealm)));
    }

    /** Like {@link #of}, but evaluated once for all tokens of a request. */
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

    /** Whether a claim may be released. Claims that are not profile fields always may. */
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
