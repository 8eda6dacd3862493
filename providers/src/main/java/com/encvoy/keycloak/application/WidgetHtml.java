package com.encvoy.keycloak.application;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The HTML that an administrator may put into the widget (Encvoy's {@code widget_info}): text, lists and links. What is
 * not on the list is left out, its text stays; nothing of it loads, runs, posts or looks like a part of the page.
 */
final class WidgetHtml {

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "p", "br", "b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "ul", "ol", "li", "h3", "h4",
                    "a")
            .allowAttributes("href", "target")
            .onElements("a")
            .allowAttributes("lang", "dir")
            .globally()
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    private WidgetHtml() {}

    static String sanitize(String html) {
        return ALLOWED.sanitize(html);
    }
}
