package com.encvoy.keycloak.dashboard.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShownValueTest {

    private final ShownValue values = new ShownValue(Locale.GERMAN, "https://id.example.com/");

    private static Map<String, Object> text(String text) {
        return Map.of("kind", "text", "text", text);
    }

    @Test
    void whatIsMissingIsSaidToBe() {
        assertThat(values.of("nickname", null)).containsEntry("kind", "none");
        assertThat(values.of("nickname", " ")).containsEntry("kind", "none");
    }

    @Test
    void yesAndNoAreWords() {
        assertThat(values.of("newsletter", true)).containsEntry("kind", "yes");
        assertThat(values.of("newsletter", "false")).containsEntry("kind", "no");
    }

    @Test
    void daysAndTimesAreInTheLanguageOfThePage() {
        assertThat(values.of("birthdate", "1815-12-10")).isEqualTo(text("10. Dezember 1815"));
        assertThat(values.of("birthdate", "1815-13-10")).isEqualTo(text("1815-13-10"));
        assertThat(values.of("password_updated_at", "2026-01-02T03:04:05Z").get("text"))
                .asString()
                .contains("2026", "UTC");
    }

    @Test
    void aPictureOfThisServerIsShownAndOthersAreNamed() {
        assertThat(values.of("picture", "https://id.example.com/realms/encvoy/api/pictures/1"))
                .containsEntry("kind", "picture");
        assertThat(values.of("picture", "https://elsewhere.example.com/1.png"))
                .isEqualTo(text("https://elsewhere.example.com/1.png"));
    }

    @Test
    void listsAreJoinedAndLongTextsCut() {
        assertThat(values.of("teams", List.of("Engines", "Looms"))).isEqualTo(text("Engines, Looms"));
        assertThat(values.of("about", "x".repeat(1000)).get("text").toString()).hasSize(300);
    }
}
