package com.encvoy.keycloak.claims;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.Settings;

/**
 * The profile of a user in Encvoy ID's terms. Stored values in a form no application could use are treated as absent.
 */
final class ProfileView {

    /**
     * Limits for custom fields, since tokens travel in headers and are stored by applications. Fields beyond the limits
     * are omitted.
     */
    static final int CUSTOM_FIELDS = 50;

    static final int MAX_LENGTH = 2000;

    private static final String PHONE_NUMBER_VERIFIED = "phone_number_verified";

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final UserModel user;
    private final Map<String, List<String>> attributes;

    ProfileView(UserModel user) {
        this.user = user;
        this.attributes = user.getAttributes();
    }

    String login() {
        return user.getUsername();
    }

    Optional<String> email() {
        return text(UserModel.EMAIL);
    }

    boolean isEmailVerified() {
        return user.isEmailVerified();
    }

    Optional<String> givenName() {
        return text(UserModel.FIRST_NAME);
    }

    Optional<String> familyName() {
        return text(UserModel.LAST_NAME);
    }

    Optional<String> nickname() {
        return text("nickname");
    }

    /** In E.164 format, as recommended by OpenID Connect Core 1.0, section 5.1. */
    Optional<String> phoneNumber() {
        return text("phone_number").filter(number -> E164.matcher(number).matches());
    }

    Optional<Boolean> flag(String attribute) {
        return text(attribute)
                .filter(value -> value.equals("true") || value.equals("false"))
                .map(Boolean::valueOf);
    }

    /**
     * Whether this number has been verified (OpenID Connect Core 1.0, section 5.1). The attribute
     * {@code phone_number_verified} holds the verified number itself, so that it does not apply to a different number.
     */
    boolean isPhoneNumberVerified() {
        return phoneNumber()
                .filter(number ->
                        text(PHONE_NUMBER_VERIFIED).filter(number::equals).isPresent())
                .isPresent();
    }

    /** {@code YYYY-MM-DD} (OpenID Connect Core 1.0, section 5.1), also if a timestamp is stored. */
    Optional<String> birthdate() {
        return text("birthdate")
                .filter(value -> value.length() >= 10)
                .map(value -> value.substring(0, 10))
                .filter(ProfileView::isDate);
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** @param server base URL for relative addresses */
    Optional<String> picture(URI server) {
        return text("picture").flatMap(address -> absolute(server, address));
    }

    private static Optional<String> absolute(URI server, String address) {
        try {
            URI picture = server.resolve(new URI(address));
            String scheme =
                    picture.getScheme() == null ? "" : picture.getScheme().toLowerCase(Locale.ROOT);
            return picture.getHost() != null && (scheme.equals("https") || scheme.equals("http"))
                    ? Optional.of(picture.toString())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Optional<String> locale() {
        return text(UserModel.LOCALE);
    }

    /** When the password was set, as an ISO 8601 timestamp. */
    Optional<String> passwordUpdatedAt() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(CredentialModel::getCreatedDate)
                .filter(Objects::nonNull)
                .findFirst()
                .map(time -> Instant.ofEpochMilli(time).toString());
    }

    boolean mustChangePassword() {
        return user.getRequiredActionsStream().anyMatch(UserModel.RequiredAction.UPDATE_PASSWORD.name()::equals);
    }

    /** The public custom fields, by name. */
    Map<String, Object> customFields(ReleasePolicy fields) {
        Map<String, Object> found = new LinkedHashMap<>();
        attributes.keySet().stream()
                .filter(name -> name.startsWith(Settings.CUSTOM_FIELD)
                        && fields.has(name.substring(Settings.CUSTOM_FIELD.length())))
                .sorted()
                .forEach(name -> {
                    String field = name.substring(Settings.CUSTOM_FIELD.length());
                    List<String> values = attributes.get(name).stream()
                            .filter(value -> value != null && value.length() <= MAX_LENGTH)
                            .limit(CUSTOM_FIELDS)
                            .toList();
                    if (!values.isEmpty() && found.size() < CUSTOM_FIELDS) {
                        found.put(field, values.size() == 1 ? values.get(0) : values);
                    }
                });
        return found;
    }

    private Optional<String> text(String attribute) {
        List<String> values = attributes.get(attribute);
        return values == null
                        || values.isEmpty()
                        || StringUtil.isBlank(values.get(0))
                        || values.get(0).length() > MAX_LENGTH
                ? Optional.empty()
                : Optional.of(values.get(0));
    }
}
