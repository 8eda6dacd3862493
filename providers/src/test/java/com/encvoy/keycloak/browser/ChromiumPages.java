package com.encvoy.keycloak.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ScreenshotAnimations;

/** Pages in a real browser, with every complaint of the browser and every request to a foreign host recorded. */
public final class ChromiumPages implements AutoCloseable {

    private final TestServer server;
    private final Chromium chromium = new Chromium();
    private final List<String> complaints = new ArrayList<>();

    public ChromiumPages(TestServer server) {
        this.server = server;
    }

    public List<String> complaints() {
        return complaints;
    }

    public BrowserSession visit(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        context.route(Pattern.compile(".*"), this::answer);
        return new BrowserSession(context, this);
    }

    private void answer(Route route) {
        String url = route.request().url();
        if (url.startsWith(server.url().toString())) {
            route.resume();
        } else if (url.startsWith(TestRealm.SENTRY_URL)) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<title>Sentry</title>"));
        } else {
            complaints.add("request to a foreign host: " + url);
            route.abort();
        }
    }

    void watch(Page page) {
        page.onConsoleMessage(message -> {
            // The browser reports the status of a page that denies access, and that there is no Sentry.
            if ((message.type().equals("error") || message.type().equals("warning"))
                    && !message.text().contains("403 (Forbidden)")
                    && !message.location().startsWith(TestRealm.SENTRY_URL)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    public static void awaitSentry(Page page) {
        page.waitForURL(Pattern.compile(Pattern.quote(TestRealm.SENTRY_URL) + ".*"));
    }

    /**
     * Signs in with a passkey. The browser may offer it by itself in the field for the identifier, and one of the tests
     * accepts at once: then the button is gone, and the next page shows whether the login succeeded.
     */
    public static void pressPasskey(Page page) {
        try {
            page.click("#authenticateWebAuthnButton", new Page.ClickOptions().setTimeout(5000));
        } catch (PlaywrightException e) {
            // It was accepted at once.
        }
    }

    /** Drawn for the README and for developers of the theme if -Dencvoy.pictures=FOLDER says where to. */
    static void picture(Page page, String name) {
        picture(page, name, ScreenshotAnimations.DISABLED);
    }

    /** @param animations whether to show their current state or their end */
    static void picture(Page page, String name, ScreenshotAnimations animations) {
        page.evaluate("document.fonts.ready.then(() => true)");
        String folder = System.getProperty("encvoy.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setAnimations(animations)
                    .setPath(Path.of(folder, name + ".png")));
        }
    }

    @Override
    public void close() {
        chromium.close();
    }
}
