package com.encvoy.keycloak.browser;

import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** The language, colour scheme and screen width that pages are checked with. */
record AxeScan(String language, ColorScheme scheme, int width, int height) {

    /** A desktop, a phone at night, and the narrowest screen there is, which is a desktop at 400 % too. */
    static final List<AxeScan> ALL = List.of(
            new AxeScan("en", ColorScheme.LIGHT, 1280, 720),
            new AxeScan("de", ColorScheme.DARK, 360, 740),
            new AxeScan("ru", ColorScheme.LIGHT, 320, 640));

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
