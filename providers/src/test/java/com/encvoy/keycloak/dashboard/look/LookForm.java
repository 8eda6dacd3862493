package com.encvoy.keycloak.dashboard.look;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlForm;

import com.encvoy.keycloak.dashboard.DashboardBrowser;

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
        HtmlFileInput file = browser.browser().html().getFirstByXPath("//input[@type='file']");
        file.setValue("logo.png");
        file.setContentType("image/png");
        file.setData(picture);
        HtmlButton button = file.getEnclosingForm().getFirstByXPath(".//button[@type='submit']");
        browser.browser().press(button);
        return browser;
    }

    static byte[] picture(int side, int color) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.setRGB(side / 2, side / 2, color);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
