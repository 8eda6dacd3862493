package com.encvoy.keycloak.production;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.htmlunit.html.HtmlSelect;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.PictureUpload;

import static org.assertj.core.api.Assertions.assertThat;

/** The steps of the front page after which the application of a trial is restricted and branded. */
final class FirstSteps {

    private static final String HEADING = "Errors of the team";
    private static final String COLOUR = "#0b6b4f";
    private static final String PASSWORD = "A-passw0rd-of-the-newcomer";

    private final URI url;
    private final String password;

    /**
     * @param url of the trial
     * @param password of the user {@code demo}, who owns the application
     */
    FirstSteps(URI url, String password) {
        this.url = url;
        this.password = password;
    }

    void restrictAndBrand() throws IOException {
        try (Browser demo = new Browser(url).reading("en")) {
            demo.open(at("http://localhost:8080/realms/encvoy/dashboard/applications"))
                    .signIn("demo", password)
                    .follow("Sentry");

            demo.follow("Access");
            choose(demo, "who", "members");
            press(demo, "Save");
            assertThat(demo.text()).contains("Saved.");

            demo.follow("Appearance")
                    .type("encvoy.widget_title", HEADING)
                    .type("encvoy.widget_colors.button_color", COLOUR);
            HtmlSelect logo = (HtmlSelect) demo.html().getElementByName("encvoy.show_avatar_in_widget");
            logo.getOptionByText("on").setSelected(true);
            press(demo, "Save");
            assertThat(demo.text()).contains("Saved.");
            PictureUpload.send(demo, PictureUpload.png(300, 0xFF0000));
            assertThat(demo.text()).contains("The logo is saved.");
        }
        theLoginShowsIt();
    }

    private void theLoginShowsIt() throws IOException {
        try (Browser visitor = new Browser(url).reading("en")) {
            visitor.open(at("http://localhost:8080/api/oidc/auth?"));
            assertThat(visitor.text()).contains(HEADING);
            assertThat(visitor.source()).contains(COLOUR);
            assertThat(visitor.shows("encvoy-logo")).isTrue();

            // A trial has no mail server: the password is chosen at once, and no code is sent.
            visitor.follow("Create account")
                    .submit(
                            "kc-register-form",
                            Map.of(
                                    "username",
                                    "newcomer",
                                    "email",
                                    "newcomer@example.com",
                                    "firstName",
                                    "New",
                                    "lastName",
                                    "Comer",
                                    "password",
                                    PASSWORD,
                                    "password-confirm",
                                    PASSWORD));
            assertThat(visitor.pageId()).isEqualTo("login-encvoy-access-denied");

            press(visitor, "Use another account");
            visitor.signIn("demo", password);
            assertThat(visitor.address().toString())
                    .startsWith("http://127.0.0.1:9000/auth/sso/?")
                    .contains("code=");
        }
    }

    /** A link of the front page, at the trial's port. */
    private URI at(String start) throws IOException {
        return URI.create(FrontPage.link(start).replace("http://localhost:8080", url.toString()));
    }

    private static void choose(Browser browser, String field, String value) {
        HtmlRadioButtonInput choice =
                browser.html().getFirstByXPath("//input[@type='radio'][@name='" + field + "'][@value='" + value + "']");
        choice.setChecked(true);
    }

    private static void press(Browser browser, String label) {
        HtmlElement button = browser.html().<HtmlButton>getByXPath("//button").stream()
                .filter(one -> one.asNormalizedText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button " + label + ": " + browser.text()));
        browser.press(button);
    }
}
