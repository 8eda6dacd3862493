package com.encvoy.keycloak.command;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressConverterTest {

    private final AddressConverter converter = new AddressConverter();

    @ParameterizedTest
    @CsvSource({
        "https://id.example.com, https://id.example.com",
        "https://id.example.com//, https://id.example.com",
        "http://[::1]:8080/api/oidc/, http://[::1]:8080/api/oidc",
        "https://a/realms/M\u00fcller & S\u00f6hne, https://a/realms/M%C3%BCller%20&%20S%C3%B6hne",
        "https://id.example.com/realms/M%C3%BCller%20&%20S/api, https://id.example.com/realms/M%C3%BCller%20&%20S/api",
        "https://a/realms/\u041e\u0442\u0434\u0435\u043b 1, https://a/realms/%D0%9E%D1%82%D0%B4%D0%B5%D0%BB%201",
        "https://id.example.com/realms/a@b+c(d), https://id.example.com/realms/a@b+c(d)"
    })
    void aRealmMayHaveAnyName(String typed, String address) {
        assertThat(converter.convert(typed)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id.example.com",
                "ftp://id.example.com",
                "https://user@id.example.com",
                "https://user:secret@id.example.com/",
                "https://id.example.com:99999",
                "https://id example.com",
                "https://id.example.com/a%zz",
                "https://id.example.com/a?b=c",
                "https://id.example.com/a#b",
                "https://id.example.com/a\"b",
                "https://id.example.com/a\nb"
            })
    void anythingElseIsRefused(String typed) {
        assertThatThrownBy(() -> converter.convert(typed)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void aRefusalDoesNotRepeatWhatWasTyped() {
        assertThatThrownBy(() -> converter.convert("https://user:secret@id.example.com"))
                .hasMessage("must be an address like https://id.example.com");
    }
}
