package com.encvoy.keycloak.look;

import java.text.MessageFormat;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkupTest {

    private static final String HOSTILE = "<a href=\"https://evil.example\">Tom & 'Jerry'</a>";

    @Test
    void aValueIsTextInHtmlWhetherItIsEscapedOnTheWayOrNot() {
        String message =
                new MessageFormat("Log in to <b>{0}</b>", Locale.ENGLISH).format(Markup.inert(new Object[] {HOSTILE}));

        assertThat(Markup.html(message))
                .isEqualTo("Log in to <b>&lt;a href=&quot;https://evil.example&quot;&gt;Tom &amp; "
                        + "&#39;Jerry&#39;&lt;/a&gt;</b>");
        assertThat(Markup.html(message.replace("<", "&lt;").replace(">", "&gt;")))
                .contains("&lt;b&gt;&lt;a href=")
                .doesNotContain("&amp;lt;");
    }

    @Test
    void aValueIsItselfInPlainText() {
        assertThat(Markup.plain("To " + Markup.inert(HOSTILE))).isEqualTo("To " + HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sentry", "Грейс", "https://id.example.com/realms/encvoy?key=a&client_id=b", "😀"})
    void whatIsNoMarkupStaysAsItIs(String value) {
        assertThat(Markup.inert(value)).isEqualTo(value);
        assertThat(Markup.html(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.com/\"onmouseover=alert(1)",
                "https://id.example.com/<script>",
                "http://a b<c",
                "https://x/&lt;a&#32;href=https://evil.example&gt;",
                "https://x/&ltimg=1",
                "https://x/?a&#60;b&#62;=1",
                "https://x/&quot=1;&lt;b=c"
            })
    void anAddressWithMarkupIsNone(String value) {
        String html = Markup.html(Markup.inert(value));

        assertThat(html).doesNotContain("<").doesNotContain("\"");
        assertThat(Markup.inert(value))
                .as("Keycloak's sanitizer decodes entities")
                .doesNotContain("&");
    }

    @Test
    void othersThanStringsAreLeftAlone() {
        assertThat(Markup.inert(new Object[] {5, "<b>"})[0]).isEqualTo(5);
        assertThat(Markup.inert((Object[]) null)).isNull();
        assertThat(Markup.inert((String) null)).isNull();
    }
}
