package com.encvoy.keycloak.application;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.memory.MemoryRealm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ApplicationTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("sentry");
    private final Application application = Application.of(client);

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, Encvoy ID, sentry",
                "'', Encvoy ID, sentry",
                "' ', Encvoy ID, sentry",
                "Sentry, Encvoy ID, Sentry",
                "${client_account-console}, Encvoy ID, Encvoy ID",
                "${client_account-console}, none, sentry",
                "${client_account-console}, ${realm}, sentry",
                "${name}, Encvoy ID, sentry"
            })
    void isCalledByItsNameAndAConsoleByThatOfTheRealm(String name, String ofRealm, String title) {
        when(client.getName()).thenReturn(name);
        when(realm.model().getDisplayName()).thenReturn(ofRealm);

        assertThat(application.title()).isEqualTo(title);
    }

    @Test
    void withoutSettingsItHasTheirDefaults() {
        assertThat(application.showsAuthorizationErrors()).isFalse();
        assertThat(application.authorizesOnlyAdmins()).isEqualTo(Restriction.OFF);
        assertThat(application.authorizesOnlyEmployees()).isEqualTo(Restriction.OFF);
        assertThat(application.allowedEmailDomains().admitsEveryone()).isTrue();
        assertThat(application.alwaysChoosesSession()).isFalse();
        assertThat(application.requiredFields()).isEmpty();
        assertThat(application.contact()).isEmpty();
        assertThat(application.isRestricted()).isFalse();
    }

    @Test
    void itsSettingsAreThoseOfItsAttributes() {
        client.setAttribute("encvoy.show_authorization_errors", "true");
        client.setAttribute("encvoy.always_choose_session", "true");
        client.setAttribute("encvoy.contact", "Ask Grace");
        client.setAttribute("encvoy.required_fields", "nickname, custom_fields.team shoe_size custom_fields.");

        assertThat(application.showsAuthorizationErrors()).isTrue();
        assertThat(application.alwaysChoosesSession()).isTrue();
        assertThat(application.contact()).contains("Ask Grace");
        assertThat(application.requiredFields()).containsExactly("nickname", "custom_fields.team");
        assertThat(application.isRestricted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "encvoy.authorize_only_admins, true, true",
        "encvoy.authorize_only_admins, false, false",
        "encvoy.authorize_only_admins, yes, true",
        "encvoy.authorize_only_employees, true, true",
        "encvoy.authorize_only_employees, false, false",
        "encvoy.allowed_email_domains, example.com, true",
        "encvoy.allowed_email_domains, ' ', false"
    })
    void isRestrictedByOneOfThreeSettings(String key, String value, boolean restricted) {
        client.setAttribute(key, value);

        assertThat(application.isRestricted()).isEqualTo(restricted);
    }

    @Test
    void isNamedInTheLogWithItsRealm() {
        assertThat(Application.where(client)).isEqualTo("Client 'sentry' of realm 'encvoy'");
    }

    @Test
    void aPersonIsNamedAsItsCreatorWhileConsentIsAskedFor() {
        assertThat(application.untrustedCreator()).isEmpty();
        client.setAttribute("encvoy.created_by", "ada-id");
        assertThat(application.untrustedCreator()).as("trusted").isEmpty();

        when(client.isConsentRequired()).thenReturn(true);
        assertThat(application.untrustedCreator()).contains("ada-id");
    }
}
