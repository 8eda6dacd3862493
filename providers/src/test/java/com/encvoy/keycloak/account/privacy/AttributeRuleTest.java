package com.encvoy.keycloak.account.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;

import static org.assertj.core.api.Assertions.assertThat;

class AttributeRuleTest {

    private static UPConfig profile() {
        UPConfig profile = new UPConfig();
        profile.setAttributes(new ArrayList<>());
        return profile;
    }

    private static AttributeRule rule(Set<String> view, Set<String> edit) {
        return AttributeRule.of(
                profile().addOrReplaceAttribute(new UPAttribute("color", true, new UPAttributePermissions(view, edit))),
                "color");
    }

    @Test
    void anAttributeThatTheProfileDoesNotDeclareIsFree() {
        AttributeRule rule = AttributeRule.of(profile(), "color");

        assertThat(rule.isDeclared()).isFalse();
        assertThat(rule.mayView()).isTrue();
        assertThat(rule.mayEdit()).isTrue();
        assertThat(rule.allows("blue")).isTrue();
    }

    @Test
    void whoMayEditMayView() {
        assertThat(rule(Set.of("admin"), Set.of("admin", "user")).mayView()).isTrue();
        assertThat(rule(Set.of("admin"), Set.of("admin", "user")).mayEdit()).isTrue();
    }

    @Test
    void whatIsForAdministratorsAloneIsNotForPeople() {
        assertThat(rule(Set.of("admin"), Set.of("admin")).mayView()).isFalse();
        assertThat(rule(Set.of("admin", "user"), Set.of("admin")).mayView()).isTrue();
        assertThat(rule(Set.of("admin", "user"), Set.of("admin")).mayEdit()).isFalse();
    }

    @Test
    void anAttributeWithoutPermissionsIsNobodys() {
        UPConfig profile = profile().addOrReplaceAttribute(new UPAttribute("color"));
        profile.getAttribute("color").setPermissions(null);

        assertThat(AttributeRule.of(profile, "color").mayEdit()).isFalse();
        assertThat(AttributeRule.of(profile, "color").mayView()).isFalse();
    }

    @Test
    void someRealmsListTheValuesThatAreAllowed() {
        UPAttribute color = new UPAttribute("color", true, new UPAttributePermissions(Set.of(), Set.of("user")));
        color.addValidation("options", Map.of("options", List.of("red", "green")));
        AttributeRule rule = AttributeRule.of(profile().addOrReplaceAttribute(color), "color");

        assertThat(rule.allows("red")).isTrue();
        assertThat(rule.allows("blue")).isFalse();
    }
}
