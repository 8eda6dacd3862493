package com.encvoy.keycloak.browser;

import java.util.List;
import java.util.function.Consumer;

import org.assertj.core.api.SoftAssertions;

import com.microsoft.playwright.Page;

/** Whether a page that is shown can be read and used, as it is and with everything that a reader may do to it. */
record PageInspection(SoftAssertions softly, Page page, String name) {

    private static final String FITS = "document.documentElement.scrollWidth <= window.innerWidth";

    void ofReader(AxeScan reader) {
        softly.assertThat((Boolean) page.evaluate(FITS))
                .as("%s fits into a window of %d", name, reader.width())
                .isTrue();
        softly.assertThat(Accessibility.violations(page))
                .as("%s, %s", name, reader)
                .isEmpty();
    }

    /** @param shown is called for each variation once it is applied, such as to take a picture */
    void ofVariations(AxeScan reader, Consumer<PageVariation> shown) {
        for (PageVariation variation : reader.variations()) {
            variation.apply(page);
            shown.accept(variation);
            softly.assertThat((Boolean) page.evaluate(FITS))
                    .as("%s, %s", name, variation)
                    .isTrue();
            softly.assertThat((List<?>) page.evaluate(PageVariation.CUT_TEXTS))
                    .as("texts of %s that are cut, %s", name, variation)
                    .isEmpty();
            softly.assertThat(Accessibility.violations(page))
                    .as("%s, %s", name, variation)
                    .isEmpty();
            softly.assertThat((List<?>) page.evaluate(variation.missing()))
                    .as("what %s lacks, %s", name, variation)
                    .isEmpty();
        }
    }
}
