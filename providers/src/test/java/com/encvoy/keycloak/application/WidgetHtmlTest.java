package com.encvoy.keycloak.application;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WidgetHtmlTest {

    @Test
    void textListsAndLinksStay() {
        String html = "<h3>Help</h3><p>Ask <b>Ada</b>, <i>or</i> <a "
                + "href=\"https://example.com/help?a=b\">read</a>.</p><ul><li>one</li></ul>";

        assertThat(WidgetHtml.sanitize(html))
                .contains("<h3>Help</h3>", "<b>Ada</b>", "<i>or</i>", "<ul><li>one</li></ul>", ">read</a>")
                .containsPattern(
                        "<a href=\"https://example.com/help\\?a(=|&#61;)b\" rel=\"(noreferrer noopener|noopener "
                                + "noreferrer)\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<p onclick=alert(1)>x</p>",
                "<style>body{display:none}</style>",
                "<p style=\"position:fixed;inset:0\">x</p>",
                "<p class=\"pf-v5-c-button\" id=\"kc-login\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"java&#10;script:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>\">x</a>",
                "<form action=\"https://evil.example.com\"><input name=password></form>",
                "<iframe src=\"https://evil.example.com\"></iframe>",
                "<meta http-equiv=refresh content=0>",
                "<base href=\"https://evil.example.com\">",
                "<link rel=stylesheet href=//evil.example.com>",
                "</main></div></body><p>",
                "<!--",
                "<p",
                "<a href=\"https://example.com\" onmouseover=\"alert(1)\">x</a>"
            })
    void nothingRunsLoadsPostsOrDresses(String hostile) {
        assertThat(WidgetHtml.sanitize(hostile))
                .doesNotContainPattern("(?i)script|<img|<svg|on\\w+=|<style|style=|class=|id=|javascript:|data:"
                        + "|<form|<input|<iframe|<meta|<base|<link|</main|</div|</body|<!--|evil");
    }

    @Test
    void whatTurnsTextIsTakenOutAndNothingIsLeftOfNothing() {
        assertThat(SettingType.html(100).read("<p>a\u202eb\u2066c</p>", "here", "key"))
                .contains(Optional.of("<p>abc</p>"));
        assertThat(SettingType.html(100).read("<script>x</script>", "here", "key"))
                .contains(Optional.empty());
        assertThat(SettingType.html(100).read("<p>x".repeat(100), "here", "key"))
                .isEmpty();
    }
}
