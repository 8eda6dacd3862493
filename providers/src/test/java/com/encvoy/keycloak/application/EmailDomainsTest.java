package com.encvoy.keycloak.application;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailDomainsTest {

    private static EmailDomains parse(String text) {
        return EmailDomains.parse(text, "Client 'a'", "encvoy.allowed_email_domains");
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, a@example.com, true", "example.com, a@EXAMPLE.COM, true", "example.com, a@sub.example.com, false",
        "*.example.com, a@sub.example.com, true", "*.example.com, a@deep.sub.example.com, true",
                "*.example.com, a@example.com, false",
        "*.example.com, a@badexample.com, false", "example.com, a@b@example.com, true",
                "example.com, a@example.com.evil.org, false",
        "münchen.de, a@xn--mnchen-3ya.de, true", "xn--mnchen-3ya.de, a@münchen.de, true",
                "example.com, example.com, false",
        "example.com, a@, false", "*, a@example.com, false"
    })
    void anAddressIsAdmittedByItsDomain(String domains, String email, boolean admitted) {
        assertThat(parse(domains).admits(email)).isEqualTo(admitted);
    }

    @Test
    void severalDomainsAreSeparatedBySpacesOrCommas() {
        EmailDomains domains = parse(" one.org, two.org\n*.three.org ");

        assertThat(domains.patterns()).containsExactly("one.org", "two.org", "*.three.org");
        assertThat(parse(", one.org").patterns()).containsExactly("one.org");
        assertThat(parse("*.one.org").admits("a@b.one.org")).isTrue();
    }

    @Test
    void noDomainAdmitsEverybodyAndATypingErrorNobody() {
        assertThat(parse("  ").admitsEveryone()).isTrue();
        assertThat(parse("https://example.com").admitsEveryone()).isFalse();
        assertThat(parse("https://example.com").admits("a@example.com")).isFalse();
        assertThat(parse(",").admits("a@example.com")).isFalse();
        assertThat(parse(", ,").admitsEveryone()).isFalse();
        assertThat(parse("example.com").admits(null)).isFalse();
    }
}
