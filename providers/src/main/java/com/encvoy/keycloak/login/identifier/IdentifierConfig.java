package com.encvoy.keycloak.login.identifier;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

import com.encvoy.keycloak.application.option.SettingsLog;
import com.encvoy.keycloak.login.flow.ProviderConfig;

/**
 * The options of the identifier authenticator.
 *
 * @param fields accepted as identifiers
 * @param defaultRegion country of phone numbers without a country code; empty for none
 */
public record IdentifierConfig(Set<LoginField> fields, String defaultRegion) {

    static final String ALLOWED_LOGIN_FIELDS = "allowed_login_fields";
    static final String DEFAULT_REGION = "default_region";

    static final List<ProviderConfigProperty> PROPERTIES = List.of(
            new ProviderConfigProperty(
                    ALLOWED_LOGIN_FIELDS,
                    "Allowed login fields",
                    "What users can enter to identify themselves: login (the user name), email, phone_number, "
                            + "separated by spaces. The label of the input field names them.",
                    ProviderConfigProperty.STRING_TYPE,
                    LoginField.ALL),
            new ProviderConfigProperty(
                    DEFAULT_REGION,
                    "Default region",
                    "Country of phone numbers entered without a country code, as a two-letter code such as DE. "
                            + "If empty, such numbers are not recognised.",
                    ProviderConfigProperty.STRING_TYPE,
                    ""));

    /** The options of all enabled identifier authenticators of a realm. */
    static Stream<IdentifierConfig> allOf(RealmModel realm) {
        return realm.getAuthenticationFlowsStream()
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .filter(step ->
                        IdentifierAuthenticatorFactory.PROVIDER_ID.equals(step.getAuthenticator()) && step.isEnabled())
                .map(step -> from(ProviderConfig.of(realm, step)));
    }

    public static IdentifierConfig from(ProviderConfig options) {
        Set<LoginField> fields = LoginField.parse(
                options.text(ALLOWED_LOGIN_FIELDS, LoginField.ALL), options.where(), ALLOWED_LOGIN_FIELDS);
        if (!PhoneNumberLibrary.INSTALLED) {
            return new IdentifierConfig(fields, "");
        }
        String region = options.text(DEFAULT_REGION, "").toUpperCase(Locale.ROOT);
        if (!region.isEmpty() && !PhoneNumbers.isRegion(region)) {
            SettingsLog.warn(
                    options.where(), DEFAULT_REGION, region, "a two-letter country code such as DE", "no region");
            region = "";
        }
        return new IdentifierConfig(fields, region);
    }
}
