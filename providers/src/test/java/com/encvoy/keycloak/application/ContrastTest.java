package com.encvoy.keycloak.application;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ContrastTest {

    @ParameterizedTest
    @CsvSource({"#ffffff, #000000, 21.0", "#ffffff, #ffffff, 1.0", "#777777, #ffffff, 4.48", "#4c6ad4, #ffffff, 4.87"})
    void isThatOfWcag(String one, String other, double ratio) {
        assertThat(Contrast.ratio(one, other)).isCloseTo(ratio, within(0.02)).isEqualTo(Contrast.ratio(other, one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#757575", "#6f65dc"
            })
    void blackOrWhiteIsAlwaysReadable(String background) {
        assertThat(Contrast.ratio(Contrast.readableOn(background), background)).isGreaterThanOrEqualTo(Contrast.AA);
    }

    @Test
    void aColourIsWrittenOutInLowerCase() {
        assertThat(SettingType.color().read("#4CD", "here", "key")).contains("#44ccdd");
        assertThat(SettingType.color().read("#4C6AD4", "here", "key")).contains("#4c6ad4");
        assertThat(SettingType.color().read("red", "here", "key")).isEmpty();
        assertThat(SettingType.color().read("#fff;}body{display:none", "here", "key"))
                .isEmpty();
        assertThat(SettingType.color().read("#ffff", "here", "key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logo.png", "/resources/logo-2.svg?v=1", "https://static.example.com/a/b.webp"})
    void aPictureHasAnAddress(String address) {
        assertThat(SettingType.image().read(address, "here", "key")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example.com/x.png",
                "https://cdn-.evil.example/x.png",
                "https://8.8.2056/x.png",
                "https://a..b/x",
                "http://example.com/x.png",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "/x.png');background:url(//evil.example.com",
                "/x\".png",
                "/x\\.png",
                "https://user@evil.example.com/x",
                "https:/evil",
                "\\\\evil\\x"
            })
    void nothingElseIsAPicture(String address) {
        assertThat(SettingType.image().read(address, "here", "key")).isEmpty();
    }
}
