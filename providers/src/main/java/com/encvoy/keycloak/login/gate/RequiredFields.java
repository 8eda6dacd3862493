package com.encvoy.keycloak.login.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.config.UPConfigUtils;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.Settings;
import com.encvoy.keycloak.login.flow.UserStorage;

/** The fields an application requires, and what a user has to change to provide them. */
final class RequiredFields {

    private static final Map<String, String> ATTRIBUTES =
            Map.of("login", UserModel.USERNAME, "given_name", UserModel.FIRST_NAME, "family_name", UserModel.LAST_NAME);

    private static final Map<String, String> LABELS = Map.of(
            "login",
            "username",
            "email",
            "email",
            "phone_number",
            "encvoyPhoneNumber",
            "given_name",
            "firstName",
            "family_name",
            "lastName",
            "nickname",
            "encvoyNickname",
            "picture",
            "encvoyPicture",
            "birthdate",
            "encvoyBirthdate");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Set<String> required;

    RequiredFields(KeycloakSession session, ClientModel client, UserModel user) {
        this.session = session;
        this.realm = client.getRealm();
        this.user = user;
        this.required = Application.of(client).requiredFields();
    }

    boolean isSatisfied() {
        return required.isEmpty() || (hidden().isEmpty() && missing().isEmpty());
    }

    /** Whether the user's storage accepts what the user would be asked for. */
    boolean isStorable() {
        return (hidden().isEmpty() || UserStorage.acceptsAttribute(user, ReleasePolicy.ATTRIBUTE))
                && missing().stream().map(RequiredFields::attribute).allMatch(this::isStorable);
    }

    private boolean isStorable(String attribute) {
        Attributes profile =
                profiles().create(UserProfileContext.USER_API, user).getAttributes();
        return !profile.isReadOnly(attribute) && UserStorage.acceptsAttribute(user, attribute);
    }

    /** The required fields the user keeps private. */
    List<String> hidden() {
        ReleasePolicy fields = ReleasePolicy.of(realm, user);
        return required.stream().filter(field -> !fields.has(publicName(field))).toList();
    }

    /**
     * The required fields that are empty and that the user may edit. Fields that only administrators may edit are not
     * asked for.
     */
    List<String> missing() {
        List<String> missing = required.stream()
                .filter(field -> StringUtil.isBlank(user.getFirstAttribute(attribute(field))))
                .toList();
        if (missing.isEmpty()) {
            return missing;
        }
        UPConfig profile = profiles().getConfiguration();
        return missing.stream()
                .filter(field -> isEditable(profile, attribute(field)))
                .toList();
    }

    private static boolean isEditable(UPConfig profile, String attribute) {
        UPAttribute configured = profile.getAttribute(attribute);
        if (configured == null) {
            return profile.getUnmanagedAttributePolicy() == UnmanagedAttributePolicy.ENABLED;
        }
        return configured.getPermissions() != null
                && configured.getPermissions().getEdit().contains(UPConfigUtils.ROLE_USER);
    }

    /**
     * Saves missing fields, subject to the validation of the realm's user profile.
     *
     * @param values by field; blank values are treated as missing
     * @return whether the user's storage has accepted them
     * @throws org.keycloak.userprofile.ValidationException if the user profile rejects a value
     */
    boolean save(Map<String, String> values) {
        Map<String, List<String>> attributes = new HashMap<>();
        missing().stream()
                .filter(field -> !StringUtil.isBlank(values.get(field)))
                .forEach(field -> attributes.put(
                        attribute(field), List.of(values.get(field).strip())));
        Map<String, List<String>> all = new HashMap<>(user.getAttributes());
        all.putAll(attributes);
        return UserStorage.write(user, person -> {
                    // In the contexts of a login, the user profile omits attributes shown only in the account console.
                    profiles().create(UserProfileContext.USER_API, all, person).update(false);
                    if (attributes.containsKey(UserModel.EMAIL)) {
                        person.setEmailVerified(false);
                    }
                })
                && attributes.keySet().stream().noneMatch(name -> StringUtil.isBlank(user.getFirstAttribute(name)));
    }

    private UserProfileProvider profiles() {
        return session.getProvider(UserProfileProvider.class);
    }

    /**
     * Makes the hidden required fields public and leaves other fields unchanged.
     *
     * @return whether the user's storage has accepted that
     */
    boolean makePublic() {
        Set<String> names = new LinkedHashSet<>(ReleasePolicy.of(realm, user).names());
        hidden().forEach(field -> names.add(publicName(field)));
        return UserStorage.write(user, person -> person.setAttribute(ReleasePolicy.ATTRIBUTE, new ArrayList<>(names)))
                && hidden().isEmpty();
    }

    /** Message key of the field's label; the name itself for custom fields. */
    static String label(String field) {
        return LABELS.getOrDefault(field, publicName(field));
    }

    private static String publicName(String field) {
        return field.startsWith(Settings.CUSTOM_FIELD) ? field.substring(Settings.CUSTOM_FIELD.length()) : field;
    }

    static String attribute(String field) {
        return ATTRIBUTES.getOrDefault(field, field);
    }
}
