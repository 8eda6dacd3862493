package com.encvoy.keycloak.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ScreenshotAnimations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Every part of the dashboard, without a server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the parts are not looked at")
class DesignSheetPageIT {

    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @BeforeEach
    void clear() {
        complaints.clear();
    }

    private Page page(Browser.NewContextOptions options, String language) {
        BrowserContext context = chromium.browser().newContext(options);
        context.route(Pattern.compile(".*"), DesignSheet::answer);
        Page page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(DesignSheet.in(language));
        return page;
    }

    static List<AxeScan> readers() {
        return AxeScan.ALL;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void canBeReadAndUsedByEverybody(AxeScan reader) {
        try (Page page = page(reader.options(), reader.language())) {
            SoftAssertions softly = new SoftAssertions();
            ChromiumPages.picture(page, "sheet/" + reader.picture(), ScreenshotAnimations.ALLOW);
            PageInspection inspection = new PageInspection(softly, page, "the sheet");
            inspection.ofReader(reader);
            inspection.ofVariations(
                    reader, variation -> ChromiumPages.picture(page, "sheet/" + variation, ScreenshotAnimations.ALLOW));
            softly.assertThat(complaints).as("complaints of the browser").isEmpty();
            softly.assertAll();
        }
    }

    @Test
    void aValueIsCopiedAndTheCopyIsAnnounced() {
        try (Page page = page(new Browser.NewContextOptions(), "en")) {
            page.locator("[data-copy=client-id]").press("Enter");
            assertThat(page.locator("#announcer")).hasText("Copied");

            page.locator("#typed").press("ControlOrMeta+v");
            assertThat(page.locator("#typed")).hasValue("k3nFQ2vYb8LrT0aZxP5sWd");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatIsTypedIsShownInThePreviewAndThePageStays() {
        try (Page page = page(new Browser.NewContextOptions(), "en")) {
            page.locator("#color").fill("#006644");
            Request draft = page.waitForRequest(
                    request -> request.method().equals("POST"),
                    () -> page.locator("#name").fill("Sentry!"));

            assertThat(draft.postData()).contains("color=%23006644", "state_checker=of-the-tests");
            assertThat(page.locator(".swatch circle").nth(18)).hasAttribute("fill", "#006644");
            assertThat(page.locator("#name")).hasValue("Sentry!");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void theKeyboardReachesTheContentFirstAndClosesTheMenu() {
        try (Page page = page(new Browser.NewContextOptions(), "en")) {
            page.evaluate("document.activeElement.blur()");
            page.locator(".skip").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).isFocused();

            page.locator(".account > summary").press("Enter");
            assertThat(page.getByText("Sign out")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.getByText("Sign out")).not().isVisible();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void nothingIsShownWithoutScriptsThatNeedsThem() {
        try (Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false), "en")) {
            assertThat(page.locator(".copy").first()).not().isVisible();
            assertThat(page.getByText("Show preview")).isVisible();
        }
    }
}
