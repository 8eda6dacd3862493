package com.encvoy.keycloak.browser;

import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * The language, colour scheme and screen width that pages are checked with.
 *
 * @param variations that are checked afterwards, one after the other
 */
record AxeScan(String language, ColorScheme scheme, int width, int height, List<PageVariation> variations) {

    /** A desktop, a phone at night, and the narrowest screen there is, which is a desktop at 400 % too. */
    static final List<AxeScan> ALL = List.of(
            new AxeScan("en", ColorScheme.LIGHT, 1280, 720, List.of(PageVariation.LARGE_TEXT)),
            new AxeScan("de", ColorScheme.DARK, 360, 740, List.of(PageVariation.FORCED_COLOURS)),
            new AxeScan("ru", ColorScheme.LIGHT, 320, 640, List.of(PageVariation.RIGHT_TO_LEFT)));

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, height);
    }

    String picture() {
        return language + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
}
