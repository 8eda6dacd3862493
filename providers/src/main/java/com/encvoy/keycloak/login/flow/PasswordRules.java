package com.encvoy.keycloak.login.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The password policy of a realm in words, for the pages on which a password is chosen. Policies that cannot be put
 * into words, such as a pattern, are left to the message that refuses a password.
 */
public final class PasswordRules {

    /** Keycloak's ids of policies, which are also the ends of message keys, in the order of the page. */
    private static final List<String> OF_EVERY_PASSWORD = List.of(
            "length",
            "maxLength",
            "lowerCase",
            "upperCase",
            "digits",
            "specialChars",
            "notUsername",
            "notContainsUsername",
            "notEmail",
            "passwordBlacklist");

    /** Policies about earlier passwords. */
    private static final List<String> OF_ANOTHER_PASSWORD = List.of("passwordHistory", "passwordAge");

    private PasswordRules() {}

    /** Hands the rules to a page that asks a person for the first password. */
    public static void forFirstPassword(LoginFormsProvider page, RealmModel realm) {
        page.setAttribute("encvoyFirstPassword", true);
        page.setAttribute("encvoyPasswordRules", rules(realm.getPasswordPolicy(), OF_EVERY_PASSWORD.stream()));
    }

    /** Hands the rules to a page that asks for a password, which may be the first. */
    static void forPassword(LoginFormsProvider page, RealmModel realm, UserModel user) {
        if (user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            Stream<String> policies = Stream.concat(OF_EVERY_PASSWORD.stream(), OF_ANOTHER_PASSWORD.stream());
            page.setAttribute("encvoyPasswordRules", rules(realm.getPasswordPolicy(), policies));
        } else {
            forFirstPassword(page, realm);
        }
    }

    private static List<Map<String, String>> rules(PasswordPolicy policy, Stream<String> policies) {
        return policies.filter(policy.getPolicies()::contains)
                .map(id -> {
                    Object value = policy.getPolicyConfig(id);
                    return Map.of("key", "encvoyPasswordRule." + id, "value", value == null ? "" : value.toString());
                })
                .toList();
    }
}
