package com.encvoy.keycloak.browser;

import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;

/** What a person's browser or system makes of a page that is already shown. */
enum PageVariation {

    /** Text of twice the size (WCAG 2.2, success criterion 1.4.4). */
    LARGE_TEXT {
        @Override
        void apply(Page page) {
            page.evaluate("document.documentElement.style.fontSize = '200%'");
        }
    },

    FORCED_COLOURS {
        @Override
        void apply(Page page) {
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        }

        /** Controls without an edge, and icons without a colour. */
        @Override
        String missing() {
            return """
                    const shown = (selector) => Array.from(document.querySelectorAll(selector))
                        .filter((element) => element.checkVisibility()
                            && !element.closest(".encvoy-visually-hidden, .pf-screen-reader"));
                    const bare = shown("main button, main input:not([type=checkbox], [type=radio]), main select,"
                            + " main textarea, main a[class*=button]")
                        .map((element) => element.closest(".pf-v5-c-form-control") ?? element)
                        .filter((box) => parseFloat(getComputedStyle(box).borderTopWidth) === 0);
                    const invisible = shown("main .fas[class*=fa-]")
                        .filter((icon) => getComputedStyle(icon).backgroundColor === "rgba(0, 0, 0, 0)");
                    [...bare, ...invisible].map((element) => element.outerHTML.slice(0, 120))
                    """;
        }
    },

    RIGHT_TO_LEFT {
        @Override
        void apply(Page page) {
            page.evaluate("document.documentElement.dir = 'rtl'");
        }
    };

    /** Visible elements with text of their own that is larger than their box and does not show. */
    static final String CUT_TEXTS = """
            Array.from(document.querySelectorAll("main *, header *"))
                .filter((element) => element.checkVisibility()
                    && !element.closest(".encvoy-visually-hidden, .pf-screen-reader, svg")
                    && Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim())
                    && !["visible", "clip"].includes(getComputedStyle(element).overflowX)
                    && (element.scrollWidth > element.clientWidth + 1
                        || element.scrollHeight > element.clientHeight + 1))
                .map((element) => element.outerHTML.slice(0, 120))
            """;

    abstract void apply(Page page);

    /** A script that lists what the variation takes away from a page. */
    String missing() {
        return "[]";
    }

    /** The name in names of pictures. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
