package com.encvoy.keycloak.login.code;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.login.Pages;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's required action Update Email, with a code. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateEmailIT {

    private static final String ACTION = "UPDATE_EMAIL";

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private int people;

    UpdateEmailIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "update-email", copy -> {
            if (copy.getRequiredActions().stream()
                    .noneMatch(action -> action.getAlias().equals(ACTION))) {
                RequiredActionProviderRepresentation action = new RequiredActionProviderRepresentation();
                action.setAlias(ACTION);
                action.setProviderId(ACTION);
                action.setName("Update Email");
                action.setEnabled(true);
                action.setPriority(24);
                copy.getRequiredActions().add(action);
            }
        });
        login = new LoginBrowser(server, realm);
    }

    @AfterEach
    void verifyAddresses() {
        setVerifyEmail(true);
    }

    private void setVerifyEmail(boolean wanted) {
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.setVerifyEmail(wanted);
        realm.admin().update(changed);
    }

    private String newPerson() {
        String name = "moves-" + ++people;
        realm.person(name);
        return name;
    }

    private static String old(String name) {
        return name + "@example.com";
    }

    private static String other(String name) {
        return name + "@example.org";
    }

    private UserRepresentation person(String name) {
        return realm.admin().users().searchByUsername(name, true).get(0);
    }

    /** At the page for the address, as the dashboard leads there. */
    private Browser atAddress(String name) {
        Browser browser = login.atLogin().signIn(name, TestRealm.PASSWORD);
        assertThat(isSignedIn(browser)).isTrue();
        return login.open(browser, "&kc_action=" + ACTION);
    }

    private Browser atCode(String name, String address) {
        return atAddress(name).type("email", address).click("kc-submit");
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '0' ? "1" : "0") + code.substring(1);
    }

    @Test
    void theAddressChangesOnceTheCodeThatWasSentThereIsEntered() {
        String ada = newPerson();
        Browser browser = atCode(ada, " " + other(ada).toUpperCase(Locale.ROOT) + " ");

        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(browser.text()).contains("We have sent a code to " + other(ada));
        assertThat(person(ada).getEmail()).isEqualTo(old(ada));
        assertThat(
                        person(ada).getAttributes() == null
                                ? ""
                                : person(ada).getAttributes().toString())
                .doesNotContain("example.org");

        Mailbox.Mail mail = Mailbox.await(other(ada), 1);
        assertThat(mail.all()).doesNotContain("http");
        browser.type("code", mail.code()).click("kc-login");

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(browser.address().getQuery()).contains("kc_action_status=success");
        assertThat(person(ada).getEmail()).isEqualTo(other(ada));
        assertThat(person(ada).isEmailVerified()).isTrue();
        EventRepresentation event = realm.event(EventType.UPDATE_EMAIL, other(ada));
        assertThat(event.getDetails())
                .containsEntry("previous_email", old(ada))
                .containsEntry("updated_email", other(ada))
                .containsEntry("credential_type", "email-code");
        assertThat(realm.event(EventType.SEND_VERIFY_EMAIL, other(ada)).getDetails())
                .containsEntry("context", "email_change");
    }

    @Test
    void nothingTellsWhoHasAnAddressBeforeTheCodeIsEntered() {
        String ada = newPerson();
        String eve = newPerson();
        String bob = newPerson();
        Browser taken = atCode(eve, old(ada));
        Browser free = atCode(bob, other(bob));

        assertThat(Pages.essence(taken.source(), old(ada))).isEqualTo(Pages.essence(free.source(), other(bob)));

        taken.type("code", Mailbox.await(old(ada), 1).code()).click("kc-login");

        assertThat(taken.html().getElementById("input-error-email").asNormalizedText())
                .isEqualTo("Email already exists.");
        assertThat(person(eve).getEmail()).isEqualTo(old(eve));
        assertThat(realm.event(EventType.UPDATE_EMAIL_ERROR, old(ada)).getError())
                .isEqualTo("email_in_use");
    }

    @Test
    void aWrongCodeChangesNothing() {
        String ada = newPerson();
        Browser browser = atCode(ada, other(ada));
        String code = Mailbox.await(other(ada), 1).code();

        browser.type("code", wrong(code)).click("kc-login");

        assertThat(browser.text()).contains("That code is incorrect.");
        assertThat(person(ada).getEmail()).isEqualTo(old(ada));
        assertThat(realm.event(EventType.UPDATE_EMAIL_ERROR, person(ada).getId())
                        .getError())
                .isEqualTo("invalid_user_credentials");

        browser.click("kc-login");
        assertThat(browser.text()).contains("Please enter the code.");

        browser.type("code", code).click("kc-login");
        assertThat(person(ada).getEmail()).isEqualTo(other(ada));
    }

    @Test
    void aCodeForOneAddressIsNoneForAnother() {
        String ada = newPerson();
        Browser browser = atCode(ada, "first-" + other(ada));
        String code = Mailbox.await("first-" + other(ada), 1).code();

        browser.click("encvoy-other-address");
        assertThat(browser.value("email")).isEqualTo("first-" + other(ada));
        browser.type("email", other(ada)).click("kc-submit");
        Mailbox.await(other(ada), 1);
        browser.type("code", code).click("kc-login");

        assertThat(person(ada).getEmail()).isEqualTo(old(ada));
    }

    @Test
    void anAddressThatIsNoneIsSaidAtTheField() {
        Browser browser = atCode(newPerson(), "not an address");

        assertThat(browser.html().getElementById("input-error-email").asNormalizedText())
                .isEqualTo("Invalid email address.");
    }

    @Test
    void thePersonCanGiveUpOnBothPages() {
        String ada = newPerson();
        Browser address = atAddress(ada);
        address.click("kc-cancel");
        assertThat(address.address().getQuery()).contains("kc_action_status=cancelled");

        Browser code = atCode(ada, other(ada));
        code.click("kc-cancel");

        assertThat(code.address().getQuery()).contains("kc_action_status=cancelled");
        assertThat(person(ada).getEmail()).isEqualTo(old(ada));
    }

    @Test
    void anAdministratorCanAskForAnotherAddressInPlaceOfOneThatIsNotRead() {
        String ada = newPerson();
        realm.change(person(ada).getId(), user -> {
            user.setEmailVerified(false);
            user.setRequiredActions(List.of(ACTION));
        });

        Browser browser = login.atLogin().signIn(ada, TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo("login-update-email");
        assertThat(browser.shows("kc-cancel")).isFalse();
        browser.type("email", other(ada)).click("kc-submit");
        browser.type("code", Mailbox.await(other(ada), 1).code()).click("kc-login");

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(person(ada).getEmail()).isEqualTo(other(ada));
        assertThat(person(ada).isEmailVerified()).isTrue();
        assertThat(person(ada).getRequiredActions()).isEmpty();
        assertThat(Mailbox.of(old(ada))).isEmpty();
    }

    @Test
    void whereAddressesAreNotVerifiedTheAddressChangesAtOnce() {
        setVerifyEmail(false);
        String ada = newPerson();

        Browser browser = atCode(ada, other(ada));

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(person(ada).getEmail()).isEqualTo(other(ada));
        assertThat(person(ada).isEmailVerified()).isFalse();
        assertThat(Mailbox.of(other(ada))).isEmpty();
    }

    @Test
    void otherSessionsEndIfThePersonWantsThat() {
        String ada = newPerson();
        Browser elsewhere = login.atLogin().signIn(ada, TestRealm.PASSWORD);
        Browser browser = atAddress(ada);
        browser.html().getElementById("logout-sessions").setAttribute("checked", "checked");
        browser.type("email", other(ada)).click("kc-submit");
        assertThat(realm.admin().users().get(person(ada).getId()).getUserSessions())
                .hasSize(2);

        browser.type("code", Mailbox.await(other(ada), 1).code()).click("kc-login");

        assertThat(realm.admin().users().get(person(ada).getId()).getUserSessions())
                .hasSize(1);
        assertThat(login.open(elsewhere, "").asksWhoItIs()).isTrue();
    }
}
