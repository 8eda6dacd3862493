package com.encvoy.keycloak.login.identifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+49 170 1234567, '', +491701234567",
        "(0170) 123-4567, DE, +491701234567",
        "0170 1234567, '',",
        "+49 170 1234567, FR, +491701234567",
        "+49 (170) 123-4567, '', +491701234567",
        "(+49) 170/123 45 67, '', +491701234567",
        "+49 (0)170 1234567, '', +491701234567",
        "+49\u00a0170\u20111234567, '', +491701234567",
        "0049 170 1234567, '', +491701234567",
        "0049 170 1234567, DE, +491701234567",
        "0049 170 1234567, US, +491701234567",
        "011 49 170 1234567, US, +491701234567",
        "+49 1, DE,",
        "nonsense, DE,",
        "'', DE,"
    })
    void areKeptWithTheirCountryCodeAndWithoutSpaces(String text, String region, String e164) {
        assertThat(PhoneNumbers.e164(text, region).orElse(null)).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "+491701234567, +491701234567",
        "+49 (170) 123-4567, +491701234567",
        "+49 (0)170 1234567, +491701234567",
        "0049 170/123.45.67, +491701234567",
        "0170 1234567,",
        "+0 170 1234567,",
        "+49 170,",
        "+4917012345678901,",
        "nonsense,"
    })
    void needACountryCodeWithoutTheLibrary(String text, String e164) {
        assertThat(PhoneNumbers.stripped(text).orElse(null)).isEqualTo(e164);
    }

    @Test
    void areOfARegionThatTheLibraryKnows() {
        assertThat(PhoneNumbers.isRegion("DE")).isTrue();
        assertThat(PhoneNumbers.isRegion("XX")).isFalse();
        assertThat(PhoneNumbers.isRegion("de")).isFalse();
    }
}
