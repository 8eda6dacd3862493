package com.encvoy.keycloak.browser;

import com.microsoft.playwright.Page;

/** A command and its output as a terminal shows them. */
public final class Terminal {

    private static final String STYLE = """
            body { margin: 0; padding: 20px; background: #1c1c1e; color: #f2f2f7; }
            pre { margin: 0; font: 14px/1.5 "DejaVu Sans Mono", monospace; white-space: pre-wrap; }
            """;

    private Terminal() {}

    /** Drawn if -Dencvoy.pictures=FOLDER says where to. */
    public static void picture(String command, String printed, String name) {
        if (System.getProperty("encvoy.pictures") == null) {
            return;
        }
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.browser().newPage();
            page.setViewportSize(1120, 200);
            page.setContent("<!DOCTYPE html><style>" + STYLE + "</style><pre></pre>");
            page.locator("pre").evaluate("(pre, text) => pre.textContent = text", "$ " + command + "\n" + printed);
            ChromiumPages.picture(page, name);
        }
    }
}
