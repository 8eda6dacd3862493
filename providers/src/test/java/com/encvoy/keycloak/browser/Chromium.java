package com.encvoy.keycloak.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** An installed Chrome or Chromium, driven by Playwright. Playwright's own browsers are not downloaded. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    /** Root has no sandbox in a container; the other options keep the browser from contacting its vendor. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright = Playwright.create();
    private final Browser browser;

    public Chromium() {
        Path executable = installed()
                .orElseThrow(
                        () -> new IllegalStateException("Browser tests need Chrome or Chromium: install it, or leave "
                                + "-Dencvoy.test.browser=required out to skip them"));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** False if no browser is installed and the tests may be skipped. */
    public static boolean isAvailable() {
        return installed().isPresent()
                || System.getProperty("encvoy.test.browser", "auto").equals("required");
    }

    private static Optional<Path> installed() {
        Stream<Path> path = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        Stream<Path> elsewhere = Stream.of(
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "C:/Program Files/Google/Chrome/Application/chrome.exe")
                .map(Path::of);
        return Stream.concat(path, elsewhere).filter(Files::isExecutable).findFirst();
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
