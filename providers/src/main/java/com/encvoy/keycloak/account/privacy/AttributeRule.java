package com.encvoy.keycloak.account.privacy;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.config.UPConfigUtils;

/**
 * What the realm's user profile lets people do with one of their attributes. An attribute that it does not declare is
 * unrestricted.
 */
final class AttributeRule {

    private static final String OPTIONS = "options";

    private final UPAttribute attribute;

    private AttributeRule(UPAttribute attribute) {
        this.attribute = attribute;
    }

    static AttributeRule of(UPConfig profile, String name) {
        return new AttributeRule(profile.getAttribute(name));
    }

    boolean isDeclared() {
        return attribute != null;
    }

    boolean mayView() {
        return !isDeclared()
                || (attribute.getPermissions() != null
                        && (isForPeople(attribute.getPermissions().getView())
                                || isForPeople(attribute.getPermissions().getEdit())));
    }

    boolean mayEdit() {
        return !isDeclared()
                || (attribute.getPermissions() != null
                        && isForPeople(attribute.getPermissions().getEdit()));
    }

    /** Whether the attribute may have this among its values: some realms list what is allowed. */
    boolean allows(String value) {
        Map<String, Object> validation = isDeclared() && attribute.getValidations() != null
                ? attribute.getValidations().get(OPTIONS)
                : null;
        return validation == null
                || !(validation.get(OPTIONS) instanceof Collection<?> options)
                || options.contains(value);
    }

    private static boolean isForPeople(Set<String> roles) {
        return roles != null && roles.contains(UPConfigUtils.ROLE_USER);
    }
}
