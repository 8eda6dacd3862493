package com.encvoy.keycloak.login.code;

import java.util.EnumSet;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.login.flow.ProviderConfig;
import com.encvoy.keycloak.login.identifier.IdentifierConfig;
import com.encvoy.keycloak.login.identifier.LoginField;

import static org.assertj.core.api.Assertions.assertThat;

class OptionsTest {

    private static ProviderConfig options(Map<String, String> values) {
        return new ProviderConfig("Step 'test'", values);
    }

    @Test
    void aStepWithoutSettingsBehavesByItsDefaults() {
        EmailCodeConfig code = EmailCodeConfig.from(options(null));
        IdentifierConfig identifier = IdentifierConfig.from(options(Map.of()));

        assertThat(code).isEqualTo(new EmailCodeConfig(6, 900, 6, 30, 5, 20, 300, 100, true));
        assertThat(identifier.fields()).isEqualTo(EnumSet.allOf(LoginField.class));
        assertThat(identifier.defaultRegion()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "5", "11", "-6", "six", "6.0", "99999999999999999999", "0x6"})
    void aNumberThatIsNotAllowedCountsAsTheDefault(String value) {
        assertThat(EmailCodeConfig.LENGTH.read(value, "here")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"6, 6", "10, 10", "' 8 ', 8"})
    void aNumberThatIsAllowedCounts(String value, int expected) {
        assertThat(EmailCodeConfig.LENGTH.read(value, "here")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "'', true", "yes, true", "TRUE, true", "False, false"})
    void aFlagIsOnOrOffOrTheDefault(String value, boolean expected) {
        assertThat(EmailCodeConfig.VERIFIED_ONLY.read(value, "here")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, a***a@example.com",
        "al@example.com, a***@example.com",
        "a@example.com, a***@example.com",
        "@example.com, ***@example.com",
        "nonsense, n***e"
    })
    void addressesAreShownMasked(String email, String masked) {
        assertThat(CodeChallenge.masked(email)).isEqualTo(masked);
    }

    @Test
    void aKeptCodeShowsNoDigitsAndMatchesThemOnly() {
        EmailCode.NewCode draw = EmailCode.generate("ada", 6, 0);

        assertThat(draw.digits()).matches("\\d{6}");
        assertThat(draw.kept().matches(draw.digits())).isTrue();
        assertThat(draw.kept().matches("x" + draw.digits())).isFalse();
        assertThat(draw.kept().invalidated().matches(draw.digits())).isFalse();
        assertThat(draw).hasToString("NewCode");
        assertThat(EmailCode.parse(draw.kept().serialize())).contains(draw.kept());
    }
}
