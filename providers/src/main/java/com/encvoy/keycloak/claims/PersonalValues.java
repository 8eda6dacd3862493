package com.encvoy.keycloak.claims;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.Settings;

/** What applications could learn of a person who releases everything, for the page where the person chooses. */
public final class PersonalValues {

    /** User attribute: aliases of the linked identity providers that applications may see. */
    public static final String ACCOUNTS_ATTRIBUTE = AccountClaims.PUBLIC_ACCOUNTS;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final UserModel user;

    private PersonalValues(UserModel user) {
        this.user = user;
    }

    /**
     * By names of fields, as {@link ReleasePolicy} knows them, and of custom fields.
     *
     * @param released what is released now: what is known of the password is left out unless it is
     * @return texts, {@link Boolean}s, and lists of texts; what no application could use is left out
     */
    public static Map<String, Object> of(KeycloakSession session, UserModel user, ReleasePolicy released) {
        PersonalValues values = new PersonalValues(user);
        ProfileView person = new ProfileView(user);
        values.put("login", person.login());
        values.put("email", person.email().orElse(null));
        values.put("phone_number", person.phoneNumber().orElse(null));
        values.put("given_name", person.givenName().orElse(null));
        values.put("family_name", person.familyName().orElse(null));
        values.put("nickname", person.nickname().orElse(null));
        values.put("birthdate", person.birthdate().orElse(null));
        values.put(
                "picture",
                person.picture(session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                        .orElse(null));
        if (released.has("password_updated_at")) {
            values.put("password_updated_at", person.passwordUpdatedAt().orElse(null));
        }
        if (released.has("password_change_required")) {
            values.put("password_change_required", person.mustChangePassword());
        }
        values.ofKeycloaksMappers();
        // The switch of a field with the name of another is that one's.
        person.customFields(new ReleasePolicy(user.getAttributes().keySet().stream()
                        .filter(name -> name.startsWith(Settings.CUSTOM_FIELD))
                        .map(name -> name.substring(Settings.CUSTOM_FIELD.length()))
                        .collect(Collectors.toSet())))
                .forEach(values.values::putIfAbsent);
        return values.values;
    }

    /** As the mappers of the scopes {@code profile} and {@code address} read them. */
    private void ofKeycloaksMappers() {
        put("middle_name", first("middleName", "middle_name"));
        for (String field : new String[] {"gender", "website", "profile", "zoneinfo"}) {
            put(field, first(field));
        }
        put(
                "address",
                Stream.of("street", "postal_code", "locality", "region", "country")
                        .map(this::first)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")));
    }

    private String first(String... attributes) {
        return Stream.of(attributes)
                .map(user::getFirstAttribute)
                .filter(StringUtil::isNotBlank)
                .findFirst()
                .orElse(null);
    }

    private void put(String field, Object value) {
        if (value instanceof Boolean || (value instanceof String text && !text.isBlank())) {
            values.put(field, value);
        }
    }
}
