package com.encvoy.keycloak.api.members;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.ws.rs.WebApplicationException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.membership.InvitationRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class InvitationBodyTest {

    private static InvitationRequest with(String fields) {
        return InvitationBody.parse("{\"email\": [\"ada@example.com\"]" + fields + "}");
    }

    /** @return what the refusal says */
    private static String refused(String body) {
        WebApplicationException refusal =
                catchThrowableOfType(WebApplicationException.class, () -> InvitationBody.parse(body));
        assertThat(refusal).as(body).isNotNull();
        assertThat(refusal.getResponse().getStatus()).isEqualTo(400);
        return (String) ((Map<?, ?>) refusal.getResponse().getEntity()).get("error_description");
    }

    private static String refusedWith(String fields) {
        return refused("{\"email\": [\"ada@example.com\"]" + fields + "}");
    }

    private static String addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"" + number + "@example.com\"")
                .collect(Collectors.joining(",", "{\"email\": [", "]}"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "nonsense", "{", "[]", "\"ada@example.com\"", "null", "42", "{\"email\": }"})
    void aBodyIsAJsonObject(String body) {
        assertThat(refused(body)).startsWith("The body must be ");
    }

    @Test
    void aBodyHasItsLength() {
        String start = "{\"email\": [\"ada@example.com\"]";
        String longest = start + " ".repeat(65536 - start.length() - 1) + "}";

        assertThat(InvitationBody.parse(longest).emails()).hasSize(1);
        assertThat(refused(longest + " ")).isEqualTo("The body must be JSON of at most 65536 characters.");
    }

    @Test
    void aBodyHasNoOtherMember() {
        assertThat(refusedWith(", \"role\": \"OWNER\""))
                .isEqualTo("The body may only have the members email, locale, expires_in.");
    }

    @Nested
    @DisplayName("email")
    class Email {

        @Test
        void isAnArrayOrOneAddress() {
            assertThat(InvitationBody.parse("{\"email\": \"Ada@Example.com\"}").emails())
                    .containsExactly("ada@example.com");
            assertThat(InvitationBody.parse("{\"email\": [\"b@example.com\", \"a@example.com\"]}")
                            .emails())
                    .containsExactly("b@example.com", "a@example.com");
        }

        @Test
        void namesEachAddressOnceInLowerCase() {
            assertThat(InvitationBody.parse("{\"email\": [\"ada@example.com\", \" ADA@example.com \"]}")
                            .emails())
                    .containsExactly("ada@example.com");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"email\": null}",
                    "{\"email\": 5}",
                    "{\"email\": {}}",
                    "{\"email\": [\"ada@example.com\", null]}",
                    "{\"email\": [[\"ada@example.com\"]]}"
                })
        void isText(String body) {
            assertThat(refused(body)).isEqualTo("email must be an array of e-mail addresses.");
        }

        @Test
        void namesOneToAHundredAddresses() {
            assertThat(InvitationBody.parse(addresses(100)).emails()).hasSize(100);
            assertThat(refused(addresses(101))).isEqualTo("email must contain 1 to 100 addresses.");
            assertThat(refused(addresses(0))).isEqualTo("email must contain 1 to 100 addresses.");
        }
    }

    @Nested
    @DisplayName("locale")
    class Language {

        @ParameterizedTest
        @ValueSource(strings = {"", ", \"locale\": null"})
        void mayBeMissing(String fields) {
            assertThat(with(fields).language()).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"de", "pt-BR", "zh-Hans-CN"})
        void isALanguageTag(String tag) {
            assertThat(with(", \"locale\": \"" + tag + "\"").language()).isEqualTo(Locale.forLanguageTag(tag));
        }

        @ParameterizedTest
        @ValueSource(strings = {"5", "true", "\"\"", "\"!\"", "\"de_DE\"", "[\"de\"]", "{}"})
        void isNothingElse(String value) {
            assertThat(refusedWith(", \"locale\": " + value)).isEqualTo("locale must be a language tag, such as de.");
        }
    }

    @Nested
    @DisplayName("expires_in")
    class Lifetime {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''                      | 1209600",
                    ", \"expires_in\": null  | 1209600",
                    ", \"expires_in\": 60    | 60",
                    ", \"expires_in\": 7776000 | 7776000"
                })
        void isTwoWeeksUnlessTheRequestSaysAnother(String fields, int expected) {
            assertThat(with(fields).lifetimeSeconds()).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"59", "7776001", "-60", "600.0", "6e2", "\"600\"", "4294967356", "true", "[600]"})
        void isANumberOfSecondsInItsRange(String value) {
            assertThat(refusedWith(", \"expires_in\": " + value))
                    .isEqualTo("expires_in must be a number of seconds from 60 to 7776000.");
        }
    }
}
