package com.encvoy.keycloak.application;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SettingTypeTest {

    private static <T> Optional<T> read(SettingType<T> type, String value) {
        return type.read(value, "Client 'test'", "encvoy.test");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", "False, false"})
    void aFlagIsTrueOrFalseInWhateverCase(String value, boolean expected) {
        assertThat(read(SettingType.flag(), value)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "truefalse", "null"})
    void nothingElseIsAFlag(String value) {
        assertThat(read(SettingType.flag(), value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60", "86400", "0600"})
    void secondsAreNumbersInTheirRange(String value) {
        assertThat(read(SettingType.seconds(60, 86_400), value)).contains(Optional.of(Integer.parseInt(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"59", "86401", "-60", "6e2", "600.0", "99999999999999999999", "60s", "\u0661\u0662\u0663\u0664"})
    void nothingElseIsANumberOfSeconds(String value) {
        assertThat(read(SettingType.seconds(60, 86_400), value)).isEmpty();
    }

    @Test
    void aTextHasItsLengthAndNothingThatTurnsOrBreaksTheLine() {
        SettingType<Optional<String>> text = SettingType.text(12);

        assertThat(read(text, "Ask \u0410\u0434\u0430 <b>")).contains(Optional.of("Ask \u0410\u0434\u0430 <b>"));
        assertThat(read(text, "twelve chars")).isPresent();
        assertThat(read(text, "thirteen char")).isEmpty();
        for (String control : new String[] {"\n", "\u0000", "\u202e", "\u2066", "\u200f", "\u0085"}) {
            assertThat(read(text, "a" + control + "b")).as(control).isEmpty();
        }
    }

    @Test
    void namesThatAreNoneAreLeftOut() {
        assertThat(read(
                        SettingType.names("names", "names", List.of(), name -> name.matches("[a-z]+")),
                        "one, TWO\tthree ,one"))
                .contains(Set.of("one", "three"));
    }

    @ParameterizedTest
    @CsvSource({"true, ON", "FALSE, OFF", "yes, UNREADABLE", "0, UNREADABLE"})
    void aRestrictionThatCannotBeReadRestricts(String value, Restriction expected) {
        assertThat(read(Restriction.type(), value)).contains(expected);
        assertThat(expected.isOn()).isEqualTo(expected != Restriction.OFF);
    }

    @ParameterizedTest
    @CsvSource({"light, light", "LIGHT, light", "dark, dark", "lights,", "light dark,"})
    void aChoiceIsOneOfItsWordsAsTheyAreWritten(String value, String expected) {
        assertThat(read(SettingType.choice("light", "dark"), value).orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void htmlHasItsLength() {
        assertThat(read(SettingType.html(10), "1234567890")).contains(Optional.of("1234567890"));
        assertThat(read(SettingType.html(10), "12345678901")).isEmpty();
    }

    @Test
    void aPictureHasAnAddressOfUpTo2000Characters() {
        assertThat(read(SettingType.image(), "/" + "x".repeat(1999))).isPresent();
        assertThat(read(SettingType.image(), "/" + "x".repeat(2000))).isEmpty();
        assertThat(read(SettingType.image(), "/realms/a%20b/api/applications/%C3%BC%2F/avatar?v=ab12-_34"))
                .isPresent();
        assertThat(read(SettingType.image(), "/a%2")).isEmpty();
        assertThat(read(SettingType.image(), "/a%zz")).isEmpty();
    }

    @Test
    void domainsAreAlwaysReadSinceATypingErrorMustNotOpenAnApplication() {
        assertThat(read(EmailDomains.type(), "https://example.com"))
                .hasValueSatisfying(
                        domains -> assertThat(domains.admitsEveryone()).isFalse());
    }

    @Test
    void everySettingHasAKeyOfItsOwnAndSaysWhatItIsFor() {
        assertThat(Settings.all())
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("encvoy\\.[a-z_.]+"));
        assertThat(Settings.all())
                .flatExtracting(Setting::owner, Setting::allowed, Setting::documentedDefault, Setting::help)
                .allMatch(text -> text instanceof String words && !words.isBlank() && !words.contains("null"));
    }
}
