package com.encvoy.keycloak.browser;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** Violations of WCAG 2.2, levels A and AA, that axe-core finds. */
public final class Accessibility {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /**
     * Takes sandboxed frames off the page: no script runs in them, and axe would wait for its own without end.
     *
     * @return the rule and the element of every violation
     */
    public static List<String> violations(Page page) {
        page.evaluate("document.querySelectorAll('iframe[sandbox]').forEach((frame) => frame.remove())");
        return found(scan(page).withTags(WCAG));
    }

    /** The same, of colours alone: for pages whose structure is not ours. */
    static List<String> ofColours(Page page) {
        return found(scan(page).withRules(List.of("color-contrast")));
    }

    /** Without a second page for the results of frames, of which pages have none from elsewhere. */
    private static AxeBuilder scan(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> found(AxeBuilder scan) {
        return scan.analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getHtml().strip()))
                .toList();
    }
}
