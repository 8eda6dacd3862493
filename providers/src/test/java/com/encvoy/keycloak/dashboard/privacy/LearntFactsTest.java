package com.encvoy.keycloak.dashboard.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.claims.ClaimsPreview.Preview;

import static org.assertj.core.api.Assertions.assertThat;

class LearntFactsTest {

    private final LearntFacts facts = new LearntFacts(
            new ShownValue(Locale.ENGLISH, "https://id.example.com/"), Map.of("department", "Department"));

    private List<Map<String, Object>> of(Map<String, Object> idToken, Map<String, Object> userinfo) {
        return facts.of(new Preview(Optional.empty(), Set.of(), idToken, userinfo));
    }

    private static Map<String, Object> fact(String name, String label, String text) {
        return Map.of("name", name, "label", label, "value", Map.of("kind", "text", "text", text));
    }

    @Test
    void whatOnlyProgramsNeedIsLeftOut() {
        assertThat(of(Map.of("iss", "https://id.example.com", "exp", 1, "aud", "wiki"), Map.of("lk", List.of())))
                .isEmpty();
    }

    @Test
    void aFactIsToldOnceWhicheverWayItIsLearnt() {
        assertThat(of(Map.of("nickname", "Countess"), Map.of("nickname", "Countess")))
                .containsExactly(fact("nickname", "", "Countess"));
    }

    @Test
    void customFieldsHaveTheTextsOfTheRealm() {
        assertThat(of(Map.of(), Map.of("custom_fields", Map.of("department", "Engines"))))
                .containsExactly(fact("department", "Department", "Engines"));
    }

    @Test
    void linkedAccountsAreNamed() {
        assertThat(of(Map.of(), Map.of("publicExternalAccounts", List.of(Map.of("id", "github", "label", "ada")))))
                .containsExactly(fact("publicExternalAccounts", "", "ada (github)"));
    }

    @Test
    void whatAMapperAddedIsShownByItsName() {
        assertThat(of(Map.of("cost_center", "42"), Map.of())).containsExactly(fact("cost_center", "cost_center", "42"));
    }
}
