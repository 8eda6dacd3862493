package com.encvoy.keycloak.account.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.Settings;
import com.encvoy.keycloak.claims.CustomFields;
import com.encvoy.keycloak.claims.PersonalValues;

/** The data of a person that applications can see, and whether they see it now. */
public final class VisibleData {

    /** Always released: the identifier of an account. */
    static final String ID = "id";

    /** Attributes of fields that have another name there. */
    private static final Map<String, List<String>> ATTRIBUTES = Map.of(
            "login", List.of(UserModel.USERNAME),
            "given_name", List.of(UserModel.FIRST_NAME),
            "family_name", List.of(UserModel.LAST_NAME),
            "middle_name", List.of("middleName", "middle_name"),
            "address", List.of("street", "locality", "region", "postal_code", "country", "address"));

    /** Fields that few realms release, and that are shown where they are. */
    private static final List<String> RARE = List.of("password_updated_at", "password_change_required");

    private static final int MOST_ACCOUNTS = 100;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final UPConfig profile;
    private final AttributeRule fieldsRule;
    private final AttributeRule accountsRule;

    public VisibleData(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        this.fieldsRule = AttributeRule.of(profile, ReleasePolicy.ATTRIBUTE);
        this.accountsRule = AttributeRule.of(profile, PersonalValues.ACCOUNTS_ATTRIBUTE);
    }

    /** Whether the person chose; otherwise the realm's default applies. */
    public boolean isChosen() {
        return user.getAttributeStream(ReleasePolicy.ATTRIBUTE).anyMatch(StringUtil::isNotBlank);
    }

    /** Whether the person may choose the fields. */
    public boolean mayChooseFields() {
        return fieldsRule.mayEdit();
    }

    /** Whether the person may choose the linked accounts. */
    public boolean mayChooseAccounts() {
        return accountsRule.mayEdit();
    }

    /** The names that are released now, also those of fields that are not shown. */
    Set<String> released() {
        return ReleasePolicy.of(realm, user).names();
    }

    /** The aliases of linked accounts that are shown, also those of accounts that are no longer linked. */
    Set<String> shownAccounts() {
        return user.getAttributeStream(PersonalValues.ACCOUNTS_ATTRIBUTE)
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The fields that the person has, that the realm's user profile declares, or that are released. */
    public List<ProfileField> fields() {
        ReleasePolicy released = ReleasePolicy.of(realm, user);
        Map<String, Object> values = PersonalValues.of(session, user, released);
        Map<String, String> custom = new LinkedHashMap<>(CustomFields.of(profile));
        Map<String, String> names = new LinkedHashMap<>();
        ReleasePolicy.DEFAULT_FIELDS.type().choices().stream()
                .filter(name -> !name.equals(ID))
                .filter(name -> values.containsKey(name) || isDeclared(name) || released.mayRelease(name))
                .forEach(name -> names.put(name, ""));
        RARE.stream().filter(released::has).forEach(name -> names.put(name, ""));
        custom.forEach(names::putIfAbsent);
        values.keySet().stream().filter(name -> !RARE.contains(name)).forEach(name -> names.putIfAbsent(name, name));
        List<ProfileField> fields = new ArrayList<>();
        names.forEach((name, label) -> {
            boolean secret = attributes(name)
                    .noneMatch(attribute -> AttributeRule.of(profile, attribute).mayView());
            fields.add(new ProfileField(
                    name,
                    label,
                    secret ? null : values.get(name),
                    secret,
                    label.isEmpty() ? released.mayRelease(name) : released.has(name),
                    fieldsRule.mayEdit() && fieldsRule.allows(name)));
        });
        return fields;
    }

    private boolean isDeclared(String name) {
        return attributes(name)
                .anyMatch(attribute -> AttributeRule.of(profile, attribute).isDeclared());
    }

    private Stream<String> attributes(String name) {
        if (ReleasePolicy.DEFAULT_FIELDS.type().choices().contains(name) || RARE.contains(name)) {
            return ATTRIBUTES.getOrDefault(name, List.of(name)).stream();
        }
        return Stream.of(Settings.CUSTOM_FIELD + name);
    }

    /** The accounts that the person has linked. */
    public List<LinkedAccount> accounts() {
        Set<String> shown = shownAccounts();
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .limit(MOST_ACCOUNTS)
                .map(account -> new LinkedAccount(
                        account.getIdentityProvider(),
                        service(account),
                        Optional.ofNullable(account.getUserName()).orElse(account.getUserId()),
                        shown.contains(account.getIdentityProvider())))
                .toList();
    }

    private String service(FederatedIdentityModel account) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(account.getIdentityProvider());
        return provider == null || StringUtil.isBlank(provider.getDisplayName())
                ? account.getIdentityProvider()
                : provider.getDisplayName();
    }
}
