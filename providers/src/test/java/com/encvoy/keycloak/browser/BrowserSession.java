package com.encvoy.keycloak.browser;

import com.encvoy.keycloak.sentry.SentryLogin;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** One person's browser: cookies of its own, gone when it is closed. */
public final class BrowserSession implements AutoCloseable {

    private final BrowserContext context;
    private final ChromiumPages pages;

    BrowserSession(BrowserContext context, ChromiumPages pages) {
        this.context = context;
        this.pages = pages;
    }

    public Page window() {
        Page page = context.newPage();
        pages.watch(page);
        return page;
    }

    /** The first page that users see when Sentry redirects them. */
    public Page page(SentryLogin login) {
        Page page = window();
        page.navigate(login.authorizationUrl().toString());
        return page;
    }

    void forgetEverything() {
        context.clearCookies();
    }

    public CDPSession devTools(Page page) {
        return context.newCDPSession(page);
    }

    /** Stops intercepting requests: answering one while its context closes would be an error of the driver. */
    @Override
    public void close() {
        context.unrouteAll();
        context.close();
    }
}
