package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Security, which compares the issuer of the document with the configured address, and that of the ID token with
 * both.
 */
@KeycloakServer
class SpringSecurityIT {

    private static final String CALLBACK = "https://spring.example.com/login/oauth2/code/encvoy";
    private static final String SECRET = "secret-of-the-spring-for-tests";

    private final TestServer server;

    SpringSecurityIT(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/oidc", "/realms/spring/api/oidc"})
    void springSecuritySignsAUserInByIssuerAlone(String prefix) {
        TestRealm realm =
                prefix.contains("spring") ? TestRealm.copy(server, "spring", copy -> {}) : TestRealm.imported(server);
        realm.person("ada");
        realm.application("spring", SECRET, CALLBACK);
        String issuer = server.at(prefix).toString();
        ClientRegistration registration = ClientRegistrations.fromIssuerLocation(issuer)
                .clientId("spring")
                .clientSecret(SECRET)
                .redirectUri(CALLBACK)
                .scope("openid", "profile", "email")
                .build();

        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId())
                .redirectUri(CALLBACK)
                .scopes(registration.getScopes())
                .state("a b&c")
                .build();
        OidcUser user = (OidcUser) new OidcAuthorizationCodeAuthenticationProvider(
                        new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService())
                .authenticate(new OAuth2LoginAuthenticationToken(
                        registration, new OAuth2AuthorizationExchange(request, answer(request))))
                .getPrincipal();

        assertThat(user.getIdToken().getIssuer()).hasToString(issuer);
        assertThat(user.getEmail()).isEqualTo("ada@example.com");
        assertThat(user.getUserInfo().getFullName()).isEqualTo("Ada Lovelace");
    }

    private OAuth2AuthorizationResponse answer(OAuth2AuthorizationRequest request) {
        try (Browser browser = new Browser(server.url())) {
            URI address = browser.open(URI.create(request.getAuthorizationRequestUri()))
                    .signIn("ada", TestRealm.PASSWORD)
                    .address();
            UriComponents answer = UriComponentsBuilder.fromUri(address).build();
            assertThat(URLDecoder.decode(answer.getQueryParams().getFirst("state"), StandardCharsets.UTF_8))
                    .isEqualTo("a b&c");
            return OAuth2AuthorizationResponse.success(answer.getQueryParams().getFirst("code"))
                    .redirectUri(CALLBACK)
                    .state(request.getState())
                    .build();
        }
    }
}
