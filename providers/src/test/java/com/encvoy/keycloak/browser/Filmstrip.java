package com.encvoy.keycloak.browser;

import java.util.Base64;

import com.microsoft.playwright.Page;

/** Windows of a browser at several moments, side by side in one picture, each above a caption. */
final class Filmstrip {

    private static final String STYLE = """
            body { display: flex; gap: 24px; margin: 0; padding: 24px; background: #fff;
                   font: 18px sans-serif; color: #1c1c1e; }
            figure { margin: 0; flex: none; }
            img { display: block; width: 480px; border: 1px solid #c7c7cc; border-radius: 12px; }
            figcaption { padding-top: 12px; text-align: center; }
            """;

    private final StringBuilder frames = new StringBuilder();
    private int number;

    void add(Page page, String caption) {
        page.evaluate("document.fonts.ready.then(() => true)");
        frames.append("<figure><img src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(page.screenshot()))
                .append("\"><figcaption>")
                .append(++number)
                .append(". ")
                .append(caption)
                .append("</figcaption></figure>");
    }

    /** @param page an empty window */
    void draw(Page page, String name) {
        page.setViewportSize(number * 506 + 24, 200);
        page.setContent("<!DOCTYPE html><style>" + STYLE + "</style>" + frames);
        ChromiumPages.picture(page, name);
    }
}
