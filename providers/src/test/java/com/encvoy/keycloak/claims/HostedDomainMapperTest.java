package com.encvoy.keycloak.claims;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.representations.IDToken;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.memory.MemoryLogin;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class HostedDomainMapperTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemoryUser ada = realm.user("ada").withVerifiedEmail("ada@Example.com");

    private Object domain(Map<String, String> config, String... scopes) {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setConfig(config);
        MemoryLogin login = MemoryLogin.of(ada, realm.client("sentry"), scopes);
        return new HostedDomainMapper()
                .transformIDToken(
                        new IDToken(), model, new MemorySession(realm).model(), login.userSession(), login.context())
                .getOtherClaims()
                .get("hd");
    }

    private Object domain() {
        return domain(Map.of(), "openid", "email");
    }

    @ParameterizedTest
    @CsvSource({
        "ada@Example.com, example.com",
        "'\"a@b\"@example.com', example.com",
        "@example.com, example.com",
        "ada@gmail.com,",
        "ada@GMAIL.com,",
        "ada@mail.gmail.com, mail.gmail.com",
        "ada@rambler.ru,",
        "ada@,",
        "ada,"
    })
    void isThatOfTheAddressUnlessItIsPublic(String email, String expected) {
        ada.withVerifiedEmail(email);

        assertThat(domain()).isEqualTo(expected);
    }

    @Test
    void isMissingWithoutTheScopeTheAddressOrItsVerification() {
        assertThat(domain()).isEqualTo("example.com");
        assertThat(domain(Map.of(), "openid", "profile")).isNull();
        ada.setEmailVerified(false);
        assertThat(domain()).isNull();
        ada.setEmailVerified(true);
        ada.with("email");
        assertThat(domain()).isNull();
    }

    @Test
    void isMissingWhereTheAddressIsPrivate() {
        ada.with(ReleasePolicy.ATTRIBUTE, "login");

        assertThat(domain()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'example.org, Example.COM', ",
        "'example.org\texample.com', ",
        "'example.org example', example.com",
        "'', example.com"
    })
    void isNotOneThatIsConfiguredAsPublic(String configured, String expected) {
        assertThat(domain(Map.of("public_mail_domains", configured), "email")).isEqualTo(expected);
    }

    @Test
    void knowsPublicDomainsWithoutSettings() {
        ada.withVerifiedEmail("ada@gmail.com");

        assertThat(domain(null, "email")).isNull();
        assertThat(domain(Map.of("public_mail_domains", ""), "email")).isEqualTo("gmail.com");
    }
}
