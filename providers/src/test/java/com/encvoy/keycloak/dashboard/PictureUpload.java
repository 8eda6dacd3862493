package com.encvoy.keycloak.dashboard;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlFileInput;

import com.encvoy.keycloak.browser.Browser;

/** A picture that a person chooses on a page of the dashboard. */
public final class PictureUpload {

    private PictureUpload() {}

    /** Chooses the file and sends its form. */
    public static DashboardBrowser send(DashboardBrowser browser, byte[] picture) {
        send(browser.browser(), picture);
        return browser;
    }

    /** Chooses the file and sends its form. */
    public static void send(Browser browser, byte[] picture) {
        HtmlFileInput file = browser.html().getFirstByXPath("//input[@type='file']");
        file.setValue("picture.png");
        file.setContentType("image/png");
        file.setData(picture);
        HtmlButton button = file.getEnclosingForm().getFirstByXPath(".//button[@type='submit']");
        browser.press(button);
    }

    public static byte[] png(int side, int color) {
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
