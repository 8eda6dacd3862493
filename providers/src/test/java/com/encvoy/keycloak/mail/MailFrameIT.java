package com.encvoy.keycloak.mail;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails of this pack and Keycloak's own have one frame and one voice. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailFrameIT {

    private static final List<String> ACTIONS = List.of(
            "UPDATE_PASSWORD",
            "CONFIGURE_TOTP",
            "webauthn-register-passwordless",
            "encvoy-verify-email",
            "UPDATE_EMAIL");

    private final TestServer server;
    private TestRealm realm;
    private int number;

    MailFrameIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "frames", copy -> {
            copy.setEventsListeners(List.of("jboss-logging", "email"));
            copy.getRequiredActions().stream()
                    .filter(action -> action.getAlias().equals("VERIFY_EMAIL"))
                    .forEach(action -> action.setEnabled(true));
        });
    }

    private String person(String language) {
        return realm.person("reader" + ++number, user -> user.singleAttribute("locale", language));
    }

    private Mailbox.Mail mail() {
        return Mailbox.await("reader" + number + "@example.com", 1);
    }

    private static void assertFramed(Mailbox.Mail mail, String language) {
        assertThat(mail.html().stripLeading())
                .as(mail.subject())
                .startsWith("<!doctype html>")
                .contains(
                        "<html lang=\"" + language + "\"",
                        "<meta name=\"color-scheme\" content=\"light dark\">",
                        "prefers-color-scheme: dark",
                        "class=\"encvoy-footer\"");
        assertThat(mail.html() + mail.text())
                .as(mail.subject())
                .doesNotContain("requiredAction.", "encvoyMail", "{0}", "Log in", "log in", "''");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Complete your account, Set up a passkey, Verify your email address, Continue",
        "de, Konto vervollständigen, Passkey einrichten, E-Mail-Adresse bestätigen, Weiter",
        "es, Complete su cuenta, Configurar una llave de acceso, Verificar la dirección de correo, Continuar",
        "fr, Complétez votre compte, Configurer une clé d’accès, Vérifier l’adresse e-mail, Continuer",
        "it, Completare l’account, Configurare una passkey, Verificare l’indirizzo email, Continua",
        "ru, Завершите настройку учётной записи, Настроить ключ доступа, Подтвердить адрес, Продолжить"
    })
    void actionsHaveNamesAndTheLinkIsAButton(
            String language, String subject, String passkey, String address, String button) {
        realm.admin().users().get(person(language)).executeActionsEmail(ACTIONS);

        Mailbox.Mail mail = mail();
        assertThat(mail.subject()).isEqualTo(subject);
        assertFramed(mail, language);
        assertThat(mail.text()).contains("Encvoy ID", passkey, address, "http");
        assertThat(mail.html()).contains(passkey, address, ">" + button + "<", "bgcolor=\"#4c6ad4\"");
    }

    @ParameterizedTest
    @CsvSource({"en, Verify your email address, Verify address", "de, E-Mail-Adresse bestätigen, Adresse bestätigen"})
    void anAddressIsVerifiedByAButton(String language, String subject, String button) {
        realm.admin().users().get(person(language)).sendVerifyEmail();

        Mailbox.Mail mail = mail();
        assertThat(mail.subject()).isEqualTo(subject);
        assertFramed(mail, language);
        assertThat(mail.html()).contains(">" + button + "<");
        assertThat(mail.html().replaceAll("(?s).*?<a href=\"([^\"]+)\".*", "$1").replace("&amp;", "&"))
                .isEqualTo(mail.text().replaceAll("(?s).*?(http\\S+).*", "$1"));
    }

    @Test
    void aFailedSignInIsReportedInTheSameFrame() {
        person("fr");
        new LoginBrowser(server, realm)
                .atLogin()
                .signIn("reader" + number, "wrong")
                .close();

        Mailbox.Mail mail = mail();
        assertThat(mail.subject()).isEqualTo("Échec de connexion");
        assertFramed(mail, "fr");
        assertThat(mail.text()).contains("Si ce n’était pas vous, contactez l’administration.");
    }

    @Test
    void aCodeIsFramedToo() {
        person("ru");
        new LoginBrowser(server, realm).atCode("reader" + number).close();

        assertFramed(mail(), "ru");
    }

    @Test
    void thePageBehindTheLinkNamesTheActionsToo() {
        realm.admin().users().get(person("en")).executeActionsEmail(ACTIONS);
        String link = mail().text().replaceAll("(?s).*?(http\\S+).*", "$1");

        try (Browser browser = new Browser(server.url()).reading("en")) {
            browser.open(URI.create(link));

            assertThat(browser.text())
                    .contains("Choose a password", "Set up a passkey", "Verify your email address")
                    .doesNotContain("requiredAction.");
        }
    }
}
