package com.encvoy.keycloak.application.editing;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ProfileRulesTest {

    private static final URI WIKI = URI.create("https://wiki.example.com");
    private static final List<String> CALLBACK = List.of("https://wiki.example.com/callback");

    private static ApplicationProfile profile(String name, List<String> redirectUris, String... afterLogout) {
        return new ApplicationProfile(name, "", WIKI, redirectUris, Arrays.asList(afterLogout), false);
    }

    private static List<String> codes(ApplicationProfile profile) {
        return ProfileRules.refusals(profile).stream().map(Refusal::code).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wiki.example.com/auth/sso/",
                "https://wiki.example.com:8443/a?b=c&d=%20",
                "http://localhost:3000/callback",
                "http://127.0.0.1/callback",
                "http://[::1]:8080/callback",
                "com.example.app:/callback",
                "com.example.app://callback",
                "myapp://callback",
                "urn:ietf:wg:oauth:2.0:oob"
            })
    void exactAddressesOfWebAndAppAreAccepted(String uri) {
        assertThat(ProfileRules.refusals(profile("Wiki", List.of(uri), uri))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * | uri_wildcard
            https://wiki.example.com/* | uri_wildcard
            https://*.example.com/ | uri_wildcard
            https://wiki.example.com/#a | uri_fragment
            com.example.app:/a# | uri_fragment
            /callback | uri_relative
            wiki.example.com/callback | uri_relative
            //wiki.example.com/callback | uri_relative
            https://user:word@wiki.example.com/ | uri_credentials
            https://wiki.example.com@elsewhere.example.com/ | uri_credentials
            com.example.app://user@callback | uri_credentials
            http://wiki.example.com/callback | uri_https
            http://localhost.example.com/ | uri_https
            HTTP://192.0.2.1/ | uri_https
            javascript:alert(1) | uri_scheme
            JavaScript:alert(1) | uri_scheme
            data:text/html,x | uri_scheme
            vbscript:x | uri_scheme
            file:///etc/passwd | uri_scheme
            blob:https://wiki.example.com/1 | uri_scheme
            filesystem:https://wiki.example.com/1 | uri_scheme
            about:blank | uri_scheme
            wss://wiki.example.com/ | uri_scheme
            view-source:https://wiki.example.com/ | uri_scheme
            intent://callback | uri_scheme
            https: | uri
            https:/// | uri
            https:wiki.example.com | uri
            https://wiki.example.com/a b | uri
            https://wiki.example.com\\callback | uri
            https://wiki.example.com/${x} | uri
            https://wiki.example.com/a/../b | uri
            https://wiki.example.com/a/%2e%2E/b | uri
            https://wiki.example.com/ü | uri
            https://wiki_1..example.com:x/ | uri
            1app:/callback | uri
            :callback | uri
            """)
    void anyOtherAddressIsRefusedWithItsReason(String uri, String code) {
        assertThat(ProfileRules.refusals(profile("Wiki", List.of(uri))))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("redirect_uris");
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.parameters()).startsWith(uri);
                    assertThat(refusal.description()).startsWith("The address ").endsWith(".");
                });
        assertThat(ProfileRules.refusals(profile("Wiki", CALLBACK, uri)))
                .extracting(Refusal::field, Refusal::code)
                .containsExactly(tuple("post_logout_redirect_uris", code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wiki.example.com/\0", "https://wiki.example.com/\n.evil", "jav\tascript:x"})
    void controlCharactersAreRefused(String uri) {
        assertThat(codes(profile("Wiki", List.of(uri)))).containsExactly("uri");
    }

    @Test
    void listsAndAddressesHaveLimits() {
        assertThat(codes(profile("Wiki", List.of("https://wiki.example.com/" + "x".repeat(230)))))
                .isEmpty();
        assertThat(codes(profile("Wiki", List.of("https://wiki.example.com/" + "x".repeat(231)))))
                .containsExactly("uri_length");
        assertThat(codes(profile("Wiki", numbered(50)))).isEmpty();
        assertThat(codes(profile("Wiki", numbered(51)))).containsExactly("too_many");
        assertThat(codes(profile("Wiki", Collections.nCopies(2, CALLBACK.get(0)))))
                .containsExactly("duplicate");
        assertThat(codes(profile("Wiki", List.of("https://wiki.example.com/a", "https://wiki.example.com/a/"))))
                .isEmpty();
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "https://wiki.example.com/" + number)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Wiki, ",
        "' Wiki <b> ', characters",
        "${client_account}, characters",
        "'', required",
        "' ', required",
        "'Wi\u202Eki', characters",
        "'Wi\u0000ki', characters",
        "'Wi\uD800ki', characters",
        "'Wi\nki', characters",
        "Ünïcödé \uD83D\uDE00 & Co, ",
        "12345678901234567890123456789012345678901234567890, ",
        "123456789012345678901234567890123456789012345678901, too_long"
    })
    void aNameIsOneLineOfText(String name, String code) {
        assertThat(codes(profile(name, CALLBACK))).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void aDescriptionMayHaveLinesAndAnAddressIsHttps() {
        ApplicationProfile good =
                new ApplicationProfile("Wiki", "a\nb", URI.create("http://localhost:1"), CALLBACK, null, true);
        ApplicationProfile bad = new ApplicationProfile(
                "Wiki", "x".repeat(256), URI.create("http://wiki.example.com"), CALLBACK, null, true);

        assertThat(ProfileRules.refusals(good)).isEmpty();
        assertThat(codes(bad)).containsExactly("too_long", "address");
        assertThat(codes(new ApplicationProfile(
                        "Wiki", "a\0", ApplicationProfile.address("no address"), CALLBACK, null, true)))
                .containsExactly("characters", "address");
    }

    @Test
    void aNewApplicationNeedsARedirectUri() {
        assertThat(ProfileRules.refusals(profile("Wiki", List.of("", "  "))))
                .extracting(Refusal::field, Refusal::code)
                .containsExactly(tuple("redirect_uris", "required"));
    }

    @Test
    void noAddressAfterSigningOutIsADash() {
        assertThat(codes(profile("Wiki", CALLBACK, "-"))).isEmpty();
        assertThat(codes(profile("Wiki", CALLBACK, "-", "https://wiki.example.com/")))
                .containsExactly("uri_relative");
    }

    @Test
    void whatAnApplicationHasAlreadyMayStay() {
        ApplicationProfile current = new ApplicationProfile(
                "${client_account}",
                "${x}",
                URI.create("http://wiki.example.com"),
                List.of("/realms/x/*", "http://wiki.example.com/*"),
                List.of("http://wiki.example.com"),
                false);

        assertThat(ProfileRules.refusals(current, current)).isEmpty();
        assertThat(ProfileRules.refusals(
                        new ApplicationProfile(
                                "${other}",
                                "${x}",
                                current.domain(),
                                List.of("/realms/x/*", "http://wiki.example.com/a*"),
                                List.of(),
                                false),
                        current))
                .extracting(Refusal::code)
                .containsExactly("characters", "uri_wildcard");
    }

    @Test
    void anAddressIsTypedWithOrWithoutASlash() {
        assertThat(ApplicationProfile.address(" https://wiki.example.com// ")).isEqualTo(WIKI);
        assertThat(ApplicationProfile.address(" ")).isNull();
        assertThat(ApplicationProfile.address("//[")).isNotNull();
    }
}
