package com.encvoy.keycloak.application;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import com.encvoy.keycloak.application.option.LruCache;

/**
 * The HTML that an administrator may put into the widget (Encvoy's {@code widget_info}): text, lists and links. Other
 * elements are removed and their text is kept, so that it cannot load resources, run scripts, submit forms or imitate
 * other parts of the page.
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

    /** A page asks for each of its two texts twice, and parsing one is expensive. */
    private static final LruCache<String, String> SANITIZED = new LruCache<>(64);

    private WidgetHtml() {}

    static String sanitize(String html) {
        String known = SANITIZED.get(html);
        if (known == null) {
            known = ALLOWED.sanitize(html);
            SANITIZED.put(html, known);
        }
        return known;
    }
}
