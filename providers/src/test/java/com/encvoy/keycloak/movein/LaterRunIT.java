package com.encvoy.keycloak.movein;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.OneTimePassword;
import com.encvoy.keycloak.movein.EncvoyId.Answer;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Further runs: they bring what has changed in Encvoy ID since, and what was changed here stays. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaterRunIT {

    private static final String APPLICATION = "later-0000000000000000";
    private static final String PAGE = "https://later.example.com/cb";

    private final MovedRealm moved;
    private final EncvoyId encvoy;
    private final TestRealm realm;
    private Answer later;

    LaterRunIT(TestServer server) {
        this.moved = MovedRealm.on(server);
        this.encvoy = moved.encvoy();
        this.realm = moved.realm();
    }

    @BeforeAll
    void changeAndRunAgain() {
        encvoy.execute(EncvoyId.resource("later.sql")
                .replace("${bcrypt}", EncvoyId.bcrypt("another password"))
                .replace("${totp}", EncvoyId.OTHER_TOTP)
                .replace("${cose}", encvoy.passkey().publicKey()));
        changeHere();

        later = moved.run("--apply");

        assertThat(later.exitCode()).as(later.out() + later.err()).isZero();
    }

    private void changeHere() {
        realm.change("62", user -> user.setFirstName("Here"));
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue("a password from here");
        realm.admin().users().get("64").resetPassword(password);
        moved.credentials("66").stream()
                .filter(credential -> credential.getType().equals("otp"))
                .forEach(credential -> realm.admin().users().get("66").removeCredential(credential.getId()));
        realm.admin().users().get("68").removeFederatedIdentity("github");
        realm.change("72", user -> user.singleAttribute("picture", "https://elsewhere.example.com/mine.png"));
        ClientRepresentation application = realm.client(APPLICATION);
        application.setDescription("From here");
        realm.admin().clients().get(application.getId()).update(application);
    }

    private List<String> types(String id) {
        return moved.credentials(id).stream()
                .map(CredentialRepresentation::getType)
                .sorted()
                .toList();
    }

    private List<String> links(String id) {
        return realm.admin().users().get(id).getFederatedIdentity().stream()
                .map(link -> link.getIdentityProvider() + " " + link.getUserId())
                .toList();
    }

    @Test
    void fieldsRolesAndPicturesAreBrought() {
        assertThat(later.out())
                .contains("people brought: 1", "People who moved in earlier and are no longer in Encvoy ID");
        assertThat(moved.person("61").getFirstName()).isEqualTo("Robert");
        assertThat(moved.person("61").getAttributes()).containsEntry("nickname", List.of("New"));
        assertThat(realm.roles("70", Wiki.ID)).containsExactly("OWNER");
        assertThat(moved.person("50000").getUsername()).isEqualTo("newcomer");
        assertThat(moved.person("3000").getUsername())
                .as("removed from Encvoy ID")
                .isEqualTo("crowd3000");
        String picture = moved.person("71").getAttributes().get("picture").get(0);
        assertThat(picture).endsWith("/realms/moved/api/pictures/0123456789abcdef0123456789abcde2");
        assertThat(Application.send(HttpRequest.newBuilder(URI.create(picture)).build())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPasswordAndACodeThatWereChangedReplaceTheOldOnes() {
        try (Browser browser = moved.wiki().visit()) {
            browser.signIn("later-password", EncvoyId.PASSWORD);
            assertThat(browser.address().toString()).doesNotStartWith(Wiki.PAGE);
            moved.wiki().tokens(browser.type("password", "another password").click("kc-login"));
        }
        assertThat(types("63")).containsExactly("password");
        assertThat(types("65")).containsExactly("otp", "password");
        try (Browser browser = moved.wiki().visit()) {
            browser.signIn("later-code", EncvoyId.PASSWORD);
            browser.submit("kc-otp-login-form", Map.of("otp", OneTimePassword.of(EncvoyId.decoded(EncvoyId.TOTP))));
            assertThat(browser.pageId()).as("the old one").isEqualTo("login-login-otp");
            browser.submit(
                    "kc-otp-login-form", Map.of("otp", OneTimePassword.of(EncvoyId.decoded(EncvoyId.OTHER_TOTP))));
            moved.wiki().tokens(browser);
        }
    }

    @Test
    void aLinkedAccountAndAPasskeyThatWereChangedReplaceTheOldOnes() {
        assertThat(links("67")).containsExactly("github 6702");
        assertThat(moved.credentials("69"))
                .filteredOn(credential -> credential.getType().equals("webauthn-passwordless"))
                .singleElement()
                .satisfies(credential -> assertThat(credential.getUserLabel()).isEqualTo("New key"));
    }

    @Test
    void anApplicationsSecretAndAProvidersOptionsAreBrought() {
        assertThat(realm.client(APPLICATION).getSecret()).isEqualTo("another-secret-of-the-later-application");
        assertThat(realm.client(APPLICATION).getRedirectUris()).contains(PAGE, PAGE + "2");
        assertThat(realm.admin()
                        .identityProviders()
                        .get("google")
                        .toRepresentation()
                        .getConfig())
                .containsEntry("clientId", "g2");
        assertThat(later.out()).contains("applications updated: 1", "identity providers updated: 1");
    }

    @Test
    void whatWasChangedHereStaysAndIsTold() {
        assertThat(later.out())
                .contains(
                        "The firstName of person 62 was changed here and stays as it is.",
                        "The password of person 64 was changed here and stays as it is.",
                        "The one-time password of person 66 was changed here and stays as it is.",
                        "The linked accounts of person 68 at github were changed here and stay as they are.",
                        "The picture of person 72 was changed here and stays as it is.",
                        "description of application " + APPLICATION + " was changed here and stays as it is.");
        assertThat(moved.person("62").getFirstName()).isEqualTo("Here");
        try (Browser browser = moved.wiki().visit()) {
            moved.wiki().tokens(browser.signIn("later-set-here", "a password from here"));
        }
        assertThat(types("66")).containsExactly("password");
        assertThat(links("68")).isEmpty();
        assertThat(moved.person("72").getAttributes())
                .containsEntry("picture", List.of("https://elsewhere.example.com/mine.png"));
        assertThat(realm.client(APPLICATION).getDescription()).isEqualTo("From here");
    }
}
