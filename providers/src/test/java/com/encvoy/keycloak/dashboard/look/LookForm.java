package com.encvoy.keycloak.dashboard.look;

import java.util.Map;

import org.htmlunit.html.HtmlForm;

import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.dashboard.PictureUpload;

/** A page about the look, as a person uses it. */
final class LookForm {

    private final DashboardBrowser browser;
    private final String preview;

    /** @param preview the page of the preview, below the dashboard */
    LookForm(DashboardBrowser browser, String preview) {
        this.browser = browser;
        this.preview = preview;
    }

    /** Shows the draft: the form as it is but for these fields. */
    DashboardBrowser preview(Map<String, String> changed) {
        HtmlForm form = browser.browser().html().getFirstByXPath("//main//form[@method='post']");
        form.setActionAttribute(browser.address(preview).toString());
        return browser.send(changed);
    }

    DashboardBrowser upload(byte[] picture) {
        return PictureUpload.send(browser, picture);
    }

    static byte[] picture(int side, int color) {
        return PictureUpload.png(side, color);
    }
}
