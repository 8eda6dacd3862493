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
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.config.UPConfigUtils;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.Settings;

/** The fields that an application requires, and what a person would have to change for it. */
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

    /** Those that the person keeps private. */
    List<String> hidden() {
        ReleasePolicy fields = ReleasePolicy.of(realm, user);
        return required.stream().filter(field -> !fields.has(publicName(field))).toList();
    }

    /**
     * Those that have no value, and may be filled in by the person. What only an administrator may fill in is not asked
     * for.
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
     * Stores values for what is missing, by the rules of the realm's user profile.
     *
     * @param values by field; blank ones count as missing
     * @throws org.keycloak.userprofile.ValidationException where the profile does not allow a value
     */
    void save(Map<String, String> values) {
        Map<String, List<String>> attributes = new HashMap<>();
        missing().stream()
                .filter(field -> !StringUtil.isBlank(values.get(field)))
                .forEach(field -> attributes.put(
                        attribute(field), List.of(values.get(field).strip())));
        Map<String, List<String>> all = new HashMap<>(user.getAttributes());
        all.putAll(attributes);
        // In the contexts of a login the profile leaves out what only the account console shows.
        profiles().create(UserProfileContext.USER_API, all, user).update(false);
        if (attributes.containsKey(UserModel.EMAIL)) {
            user.setEmailVerified(false);
        }
    }

    private UserProfileProvider profiles() {
        return session.getProvider(UserProfileProvider.class);
    }

    /** Makes public what is hidden, and leaves all else as it is. */
    void makePublic() {
        Set<String> names = new LinkedHashSet<>(ReleasePolicy.of(realm, user).names());
        hidden().forEach(field -> names.add(publicName(field)));
        user.setAttribute(ReleasePolicy.ATTRIBUTE, new ArrayList<>(names));
    }

    /** The message that names a field; custom fields are named by themselves. */
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
