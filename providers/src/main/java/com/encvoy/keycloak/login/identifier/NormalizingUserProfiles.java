package com.encvoy.keycloak.login.identifier;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.Config;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.UserProfileProviderFactory;

import com.encvoy.keycloak.alert.AddressBefore;
import com.encvoy.keycloak.login.flow.Identifier;

/**
 * Keycloak's user profiles, which every page and API that edits users goes through, with phone numbers in the one
 * format that is stored. Validators, which come later, cannot change a value. Only attributes with the validator
 * {@code encvoy-phone-number} are touched, and a value that is not a phone number is left for the validator to refuse.
 * Notes the e-mail address before a change, so that its owner can be notified.
 */
public final class NormalizingUserProfiles implements UserProfileProvider {

    private final UserProfileProvider keycloak;
    private final KeycloakSession session;

    NormalizingUserProfiles(KeycloakSession session, UserProfileProvider keycloak) {
        this.keycloak = keycloak;
        this.session = session;
    }

    @Override
    public UserProfile create(UserProfileContext context, UserModel user) {
        return keycloak.create(context, user);
    }

    @Override
    public UserProfile create(UserProfileContext context, Map<String, ?> attributes) {
        return keycloak.create(context, normalized(context, attributes));
    }

    @Override
    public UserProfile create(UserProfileContext context, Map<String, ?> attributes, UserModel user) {
        if (user != null) {
            AddressBefore.note(session, user);
        }
        return keycloak.create(context, normalized(context, attributes), user);
    }

    private Map<String, ?> normalized(UserProfileContext context, Map<String, ?> attributes) {
        // The configuration is copied each time it is asked for, and most profiles have no number that changes.
        if (attributes == null || attributes.values().stream().noneMatch(NormalizingUserProfiles::mayChange)) {
            return attributes;
        }
        UPConfig profile = keycloak.getConfiguration();
        Map<String, Object> normalized = new LinkedHashMap<>(attributes);
        normalized.replaceAll((name, value) -> mayChange(value) && isPhoneNumber(profile, context, name)
                ? texts(value).stream().map(this::normalized).toList()
                : value);
        return normalized;
    }

    private static boolean mayChange(Object value) {
        return texts(value).stream()
                .anyMatch(text -> Identifier.of(text).looksLikePhoneNumber() && !PhoneNumbers.isE164(text));
    }

    private static List<String> texts(Object value) {
        Collection<?> values = value instanceof Collection<?> several ? several : Arrays.asList(value);
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private String normalized(String text) {
        return Identifier.of(text).looksLikePhoneNumber()
                ? PhoneNumbers.e164(text, session.getContext().getRealm()).orElse(text)
                : text;
    }

    /** Where the value may not be edited, it must stay equal to the one that is stored. */
    private static boolean isPhoneNumber(UPConfig profile, UserProfileContext context, String name) {
        UPAttribute attribute = profile.getAttribute(
                name.startsWith(Constants.USER_ATTRIBUTES_PREFIX)
                        ? name.substring(Constants.USER_ATTRIBUTES_PREFIX.length())
                        : name);
        return attribute != null
                && attribute.getValidations() != null
                && attribute.getValidations().containsKey(PhoneNumberValidator.ID)
                && attribute.getPermissions() != null
                && context.isRoleForContext(attribute.getPermissions().getEdit());
    }

    @Override
    public UPConfig getConfiguration() {
        return keycloak.getConfiguration();
    }

    @Override
    public void setConfiguration(UPConfig configuration) {
        keycloak.setConfiguration(configuration);
    }

    @Override
    public void close() {
        // Keycloak closes its own provider.
    }

    /** Comes before Keycloak's; {@code --spi-user-profile--provider=declarative-user-profile} selects that one. */
    public static final class Factory implements UserProfileProviderFactory {

        @Override
        public UserProfileProvider create(KeycloakSession session) {
            return new NormalizingUserProfiles(
                    session, session.getProvider(UserProfileProvider.class, DeclarativeUserProfileProviderFactory.ID));
        }

        @Override
        public String getId() {
            return "encvoy";
        }

        @Override
        public int order() {
            return DeclarativeUserProfileProviderFactory.PROVIDER_PRIORITY + 1;
        }

        @Override
        public void init(Config.Scope config) {
            // Nothing to configure.
        }

        @Override
        public void postInit(KeycloakSessionFactory factory) {
            // Nothing to prepare.
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }
}
