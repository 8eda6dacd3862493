package com.encvoy.keycloak.dashboard.profile;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPGroup;

import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.dashboard.PictureUpload;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on which people see and change what they say about themselves. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfileIT {

    private static final String UPDATE_EMAIL = "UPDATE_EMAIL";
    private static final int RED = 0xFF0000;
    private static final int BLUE = 0x0000FF;

    private final TestServer server;
    private final HttpClient program = HttpClient.newHttpClient();
    private TestRealm realm;
    private int people;

    ProfileIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "dashboard-profile", copy -> {
            if (copy.getRequiredActions().stream()
                    .noneMatch(action -> action.getAlias().equals(UPDATE_EMAIL))) {
                RequiredActionProviderRepresentation action = new RequiredActionProviderRepresentation();
                action.setAlias(UPDATE_EMAIL);
                action.setProviderId(UPDATE_EMAIL);
                action.setName("Update Email");
                action.setEnabled(true);
                action.setPriority(24);
                copy.getRequiredActions().add(action);
            }
        });
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.getAttribute("picture")
                .getValidations()
                .put("pattern", Map.of("pattern", "https?://.+", "error-message", "encvoyPictureInvalid"));
        profile.addGroup(group());
        for (UPAttribute field : List.of(
                field("department", "select", false, "sales", "research"),
                field("size", "select-radiobuttons", false, "small", "large"),
                field("languages", "multiselect-checkboxes", true, "de", "en", "fr"),
                field("sites", null, true),
                field("about", "textarea", false),
                field("staff_number", null, false),
                field("hidden", null, false))) {
            profile.addOrReplaceAttribute(field);
        }
        profile.getAttribute("custom_fields.department").setGroup("work");
        profile.getAttribute("custom_fields.department")
                .getAnnotations()
                .put("inputOptionLabels", Map.of("sales", "${email}", "research", "Research"));
        profile.getAttribute("custom_fields.staff_number")
                .setPermissions(new UPAttributePermissions(Set.of("admin", "user"), Set.of("admin")));
        profile.getAttribute("custom_fields.hidden")
                .setPermissions(new UPAttributePermissions(Set.of("admin"), Set.of("admin")));
        realm.admin().users().userProfile().update(profile);
    }

    private static UPGroup group() {
        UPGroup work = new UPGroup("work");
        work.setDisplayHeader("At work");
        work.setDisplayDescription("For colleagues");
        return work;
    }

    private static UPAttribute field(String name, String inputType, boolean multivalued, String... options) {
        UPAttribute field = new UPAttribute("custom_fields." + name);
        field.setDisplayName("The " + name);
        field.setMultivalued(multivalued);
        field.setPermissions(new UPAttributePermissions(Set.of("admin", "user"), Set.of("admin", "user")));
        field.setAnnotations(new HashMap<>(inputType == null ? Map.of() : Map.of("inputType", inputType)));
        if (options.length > 0) {
            field.setValidations(new HashMap<>(Map.of("options", Map.of("options", List.of(options)))));
        }
        return field;
    }

    private String newPerson(Map<String, List<String>> attributes) {
        String name = "self-" + ++people;
        realm.person(name, user -> user.setAttributes(new HashMap<>(attributes)));
        return name;
    }

    private String newPerson() {
        return newPerson(Map.of());
    }

    private UserRepresentation person(String name) {
        return realm.admin().users().searchByUsername(name, true).get(0);
    }

    private List<String> values(String name, String attribute) {
        Map<String, List<String>> attributes = realm.admin()
                .users()
                .get(person(name).getId())
                .toRepresentation()
                .getAttributes();
        return attributes == null ? List.of() : attributes.getOrDefault(attribute, List.of());
    }

    private DashboardBrowser signedIn(String username) {
        return new DashboardBrowser(server, realm, username, "profile");
    }

    private static String field(String attribute) {
        return "attribute." + attribute;
    }

    private void press(DashboardBrowser browser, String button) {
        HtmlElement found = browser.browser().html().getFirstByXPath("//button[normalize-space()='" + button + "']");
        browser.browser().press(found);
    }

    private HttpResponse<byte[]> get(String address, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return program.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPersonChangesTheProfileByTheRulesOfTheRealm() {
        String ada = newPerson(Map.of("nickname", List.of("countess")));
        try (DashboardBrowser browser = signedIn(ada)) {
            assertThat(browser.browser().value(field("nickname"))).isEqualTo("countess");
            assertThat(browser.browser().html().getByXPath("//h1")).hasSize(1);
            browser.send(Map.of(
                    field("firstName"),
                    " Augusta ",
                    field("nickname"),
                    "",
                    field("birthdate"),
                    "1815-12-10",
                    field("phone_number"),
                    "+49 (170) 1234567"));

            assertThat(browser.text()).contains("Your profile is saved.");
            assertThat(browser.browser().value(field("phone_number"))).isEqualTo("+491701234567");
        }
        assertThat(person(ada).getFirstName()).isEqualTo("Augusta");
        assertThat(values(ada, "nickname")).isEmpty();
        assertThat(values(ada, "birthdate")).containsExactly("1815-12-10");
        EventRepresentation event =
                realm.event(EventType.UPDATE_PROFILE, person(ada).getId());
        assertThat(event.getClientId()).isEqualTo("encvoy-dashboard");
        assertThat(event.getDetails())
                .containsEntry("context", "ACCOUNT")
                .containsEntry("previous_first_name", "Ada")
                .containsEntry("updated_first_name", "Augusta")
                .containsEntry("previous_nickname", "countess")
                .containsEntry("updated_birthdate", "1815-12-10");
    }

    @Test
    void aWrongValueIsSaidAtItsFieldAndNothingIsSaved() {
        String ada = newPerson();
        try (DashboardBrowser browser = signedIn(ada)) {
            browser.send(Map.of(
                    field("lastName"), "", field("birthdate"), "yesterday", field("nickname"), "stays in the form"));

            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.error(field("lastName"))).isEqualTo("Please specify this field.");
            assertThat(browser.error(field("birthdate"))).startsWith("Please enter the date of birth as year");
            assertThat(browser.browser().value(field("nickname"))).isEqualTo("stays in the form");
            assertThat(browser.browser().value(field("birthdate"))).isEqualTo("yesterday");
        }
        String id = person(ada).getId();
        assertThat(person(ada).getLastName()).isEqualTo("Lovelace");
        assertThat(values(ada, "nickname")).isEmpty();
        assertThat(realm.events(EventType.UPDATE_PROFILE)).noneMatch(event -> id.equals(event.getUserId()));
    }

    @Test
    void aProblemIsSaidInTheLanguageOfThePage() {
        try (DashboardBrowser browser = signedIn(newPerson())) {
            browser.open("profile?kc_locale=de");
            browser.send(Map.of(field("lastName"), "", field("birthdate"), "gestern"));

            assertThat(browser.error(field("lastName"))).isEqualTo("Bitte füllen Sie dieses Feld aus.");
            assertThat(browser.error(field("birthdate"))).contains("Geburtsdatum");
        }
    }

    @Test
    void fieldsOfTheRealmHaveTheirKindTheirGroupAndTheirOptions() {
        String ada = newPerson(Map.of("custom_fields.languages", List.of("en", "fr")));
        try (DashboardBrowser browser = signedIn(ada)) {
            assertThat(browser.text()).contains("At work", "For colleagues", "The department", "The size", "small");
            HtmlSelect departments = browser.browser().html().getHtmlElementById(field("custom_fields.department"));
            assertThat(departments.getOptions().stream().map(HtmlOption::getText))
                    .containsExactly("Not specified", "Email", "Research");
            HtmlCheckBoxInput german = box(browser, "de");
            assertThat(box(browser, "fr").isChecked()).isTrue();
            german.setChecked(true);
            box(browser, "fr").setChecked(false);
            browser.send(Map.of(
                    field("custom_fields.department"),
                    "research",
                    field("custom_fields.size"),
                    "large",
                    field("custom_fields.sites"),
                    "Berlin\r\n\r\n Rome ",
                    field("custom_fields.about"),
                    "one\r\ntwo"));
            assertThat(browser.text()).contains("Your profile is saved.");
        }
        assertThat(values(ada, "custom_fields.department")).containsExactly("research");
        assertThat(values(ada, "custom_fields.size")).containsExactly("large");
        assertThat(values(ada, "custom_fields.languages")).containsExactlyInAnyOrder("de", "en");
        assertThat(values(ada, "custom_fields.sites")).containsExactlyInAnyOrder("Berlin", "Rome");
        assertThat(values(ada, "custom_fields.about")).containsExactly("one\ntwo");
    }

    private static HtmlCheckBoxInput box(DashboardBrowser browser, String language) {
        return browser.browser()
                .html()
                .getFirstByXPath(
                        "//input[@name='" + field("custom_fields.languages") + "'][@value='" + language + "']");
    }

    @Test
    void whatTheProfileForbidsIsNotAccepted() {
        String ada = newPerson(Map.of(
                "custom_fields.staff_number", List.of("4711"), "custom_fields.hidden", List.of("secret of others")));
        try (DashboardBrowser browser = signedIn(ada)) {
            assertThat(browser.text()).contains("The staff_number", "4711").doesNotContain("secret of others");
            assertThat(browser.browser().shows(field("username"))).isFalse();
            browser.send(Map.of(
                    field("custom_fields.staff_number"),
                    "1",
                    field("custom_fields.hidden"),
                    "x",
                    field("custom_fields.unknown"),
                    "x",
                    field("encvoy.blocked"),
                    "x",
                    field("email"),
                    "eve@example.com",
                    field("username"),
                    "eve",
                    field("public_profile_claims_oauth"),
                    "email",
                    field("nickname"),
                    "accepted"));
            assertThat(browser.status()).isEqualTo(200);
        }
        assertThat(person(ada).getEmail()).isEqualTo(ada + "@example.com");
        assertThat(values(ada, "custom_fields.staff_number")).containsExactly("4711");
        assertThat(values(ada, "custom_fields.hidden")).containsExactly("secret of others");
        assertThat(values(ada, "nickname")).containsExactly("accepted");
        assertThat(realm.admin()
                        .users()
                        .get(person(ada).getId())
                        .toRepresentation()
                        .getAttributes())
                .doesNotContainKeys("custom_fields.unknown", "encvoy.blocked", "public_profile_claims_oauth");
    }

    @Test
    void theUsernameIsAFieldIfTheRealmAllowsIt() {
        String ada = newPerson();
        allowUsernames(true);
        try (DashboardBrowser browser = signedIn(ada)) {
            browser.send(Map.of(field("username"), ada + "@elsewhere.example"));
            assertThat(browser.error(field("username"))).contains("address");
            browser.send(Map.of(field("username"), "renamed-" + ada));

            assertThat(browser.text()).contains("Your profile is saved.");
        } finally {
            allowUsernames(false);
        }
        assertThat(person("renamed-" + ada).getEmail()).isEqualTo(ada + "@example.com");
    }

    private void allowUsernames(boolean allowed) {
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.setEditUsernameAllowed(allowed);
        realm.admin().update(changed);
    }

    @Test
    void aChangeElsewhereIsShownAndNothingIsLost() {
        String ada = newPerson();
        try (DashboardBrowser browser = signedIn(ada)) {
            realm.change(person(ada).getId(), user -> user.setFirstName("Augusta"));
            browser.send(Map.of(field("lastName"), "King"));

            assertThat(browser.status()).isEqualTo(409);
            assertThat(browser.browser().value(field("lastName"))).isEqualTo("King");
            assertThat(browser.text())
                    .contains("changed elsewhere", "Saved in the meantime: Augusta", "Saved in the meantime: Lovelace");
            assertThat(person(ada).getLastName()).isEqualTo("Lovelace");

            browser.send(Map.of());
            assertThat(browser.text()).contains("Your profile is saved.");
        }
        assertThat(person(ada).getFirstName()).isEqualTo("Ada");
        assertThat(person(ada).getLastName()).isEqualTo("King");
    }

    @Test
    void anUploadedPictureIsServedReplacedAndRemovedWithoutATrace() {
        String ada = newPerson();
        String address;
        try (DashboardBrowser browser = signedIn(ada)) {
            PictureUpload.send(browser, PictureUpload.png(300, RED));
            assertThat(browser.text()).contains("Your picture is saved.");
            address = values(ada, "picture").get(0);
            assertThat(address)
                    .matches(server.url() + "/?realms/dashboard-profile/api/pictures/[A-Za-z0-9]{32}")
                    .doesNotContain(ada, person(ada).getId());
            assertThat(browser.browser().source())
                    .contains("src=\"" + URI.create(address).getRawPath() + "\"");

            HttpResponse<byte[]> served = get(address);
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.body()).hasSizeLessThanOrEqualTo(6 * 1024);
            assertThat(served.headers().map())
                    .containsEntry("content-type", List.of("image/png"))
                    .containsEntry("cache-control", List.of("public, max-age=86400, immutable"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"));
            String etag = served.headers().firstValue("etag").orElseThrow();
            assertThat(get(address, "If-None-Match", etag).statusCode()).isEqualTo(304);

            PictureUpload.send(browser, PictureUpload.png(300, BLUE));
            String replaced = values(ada, "picture").get(0);
            assertThat(replaced).isNotEqualTo(address);
            assertThat(get(address).statusCode()).isEqualTo(404);
            assertThat(get(replaced).statusCode()).isEqualTo(200);
            assertThat(realm.event(EventType.UPDATE_PROFILE, replaced).getDetails())
                    .containsEntry("context", "ACCOUNT")
                    .containsEntry("previous_picture", address);

            browser.send(Map.of(field("nickname"), "with a picture"));
            assertThat(browser.text()).contains("Your profile is saved.");
            realm.change(person(ada).getId(), user -> user.setLastName("King"));
            assertThat(get(replaced).statusCode()).isEqualTo(200);

            press(browser, "Remove picture");
            assertThat(browser.text()).contains("Your picture is removed.", "You have no picture.");
            HttpResponse<byte[]> gone = get(replaced);
            HttpResponse<byte[]> unknown = get(replaced.replaceFirst(".{8}$", "AAAAAAAA"));
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(gone.body()).isEqualTo(unknown.body());
        }
        assertThat(realm.admin().users().get(person(ada).getId()).getUnmanagedAttributes())
                .doesNotContainKeys("encvoy.picture_id", "encvoy.picture_image");
        assertThat(values(ada, "picture")).isEmpty();
    }

    @Test
    void aPictureElsewhereTakesThePlaceOfAnUpload() {
        String ada = newPerson();
        try (DashboardBrowser browser = signedIn(ada)) {
            PictureUpload.send(browser, PictureUpload.png(64, RED));
            String uploaded = values(ada, "picture").get(0);

            browser.browser().type("picture_address", "ftp://example.com/ada.png");
            press(browser, "Use this picture");
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.error("picture_address"))
                    .isEqualTo("Please enter the web address of a picture, beginning with https://.");
            assertThat(browser.browser().value("picture_address")).isEqualTo("ftp://example.com/ada.png");
            assertThat(get(uploaded).statusCode()).isEqualTo(200);

            browser.browser().type("picture_address", "https://example.com/ada.png");
            press(browser, "Use this picture");
            assertThat(browser.text()).contains("Your picture is saved.", "https://example.com/ada.png");
            assertThat(get(uploaded).statusCode()).isEqualTo(404);
        }
        assertThat(values(ada, "picture")).containsExactly("https://example.com/ada.png");
    }

    @Test
    void whatIsNoPictureIsRefusedWithASentence() {
        String ada = newPerson();
        try (DashboardBrowser browser = signedIn(ada)) {
            PictureUpload.send(browser, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));

            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.error("picture")).contains("PNG, JPEG, GIF or BMP");
        }
        assertThat(values(ada, "picture")).isEmpty();
    }

    @Test
    void theAddressIsChangedByKeycloaksActionAndBackHere() {
        String ada = newPerson();
        try (DashboardBrowser browser = signedIn(ada)) {
            assertThat(browser.text()).contains(ada + "@example.com", "Verified");
            press(browser, "Change email address");
            browser.browser().type("email", ada + "@example.net").click("kc-submit");
            browser.browser()
                    .type("code", Mailbox.await(ada + "@example.net", 1).code())
                    .click("kc-login");

            assertThat(browser.browser().address().getPath()).endsWith("/dashboard/profile");
            assertThat(browser.text()).contains("Done.", ada + "@example.net");
        }
        assertThat(person(ada).getEmail()).isEqualTo(ada + "@example.net");
    }

    @Test
    void whoMayOnlyViewTheAccountSeesItWithoutButtons() {
        String ada = newPerson(Map.of("nickname", List.of("countess")));
        String id = person(ada).getId();
        RoleRepresentation all = realm.admin().users().get(id).roles().realmLevel().listAll().stream()
                .filter(role -> role.getName().startsWith("default-roles-"))
                .findFirst()
                .orElseThrow();
        realm.admin().users().get(id).roles().realmLevel().remove(List.of(all));
        try (DashboardBrowser browser = signedIn(ada)) {
            assertThat(browser.status()).as("without any role").isEqualTo(403);
            realm.grant(id, "account", "view-profile");
            browser.open("profile");

            assertThat(browser.text()).contains("not change it", "countess");
            assertThat(browser.browser().html().getByXPath("//main//form")).isEmpty();
            String token = browser.browser().value("state_checker");
            for (String page :
                    List.of("profile", "profile/email", "profile/picture/address", "profile/picture/remove")) {
                browser.browser()
                        .post(
                                browser.address(page),
                                "state_checker=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
                                        + "&attribute.nickname=x&picture_address=https://example.com/x.png");
                assertThat(browser.status()).as(page).isEqualTo(403);
            }
        }
        assertThat(values(ada, "nickname")).containsExactly("countess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "profile/email", "profile/picture/address", "profile/picture/remove"})
    void aForgedFormChangesNothing(String page) {
        String ada = newPerson(Map.of("picture", List.of("https://example.com/ada.png")));
        try (DashboardBrowser browser = signedIn(ada)) {
            browser.forge(page, "attribute.firstName=Eve&picture_address=https://example.com/eve.png");

            assertThat(browser.status()).isEqualTo(403);
        }
        assertThat(person(ada).getFirstName()).isEqualTo("Ada");
        assertThat(values(ada, "picture")).containsExactly("https://example.com/ada.png");
    }
}
