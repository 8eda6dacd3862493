package com.encvoy.keycloak.application.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.application.activity.Activity.Explanation;
import com.encvoy.keycloak.application.activity.Activity.Remedy;
import com.encvoy.keycloak.application.activity.Activity.Side;
import com.encvoy.keycloak.memory.MemoryRealm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class RefusedSignInTest {

    private final ClientModel client = new MemoryRealm("encvoy").client("wiki");
    private final Map<String, String> details = new HashMap<>();

    @BeforeEach
    void haveAnAddress() {
        when(client.getRootUrl()).thenReturn("https://wiki.example.com");
        when(client.getRedirectUris()).thenReturn(Set.of("/login", "com.example.wiki:/cb", "http://localhost:3000/cb"));
    }

    private Explanation explain(EventType type, String error) {
        Event event = new Event();
        event.setType(type);
        event.setError(error);
        event.setUserId("ada-id");
        event.setIpAddress("192.0.2.1");
        event.setDetails(details);
        return RefusedSignIn.explain(event, client);
    }

    @ParameterizedTest
    @CsvSource({
        "CODE_TO_TOKEN_ERROR, invalid_client_credentials, APPLICATION, wrong_secret",
        "CODE_TO_TOKEN_ERROR, expired_code, APPLICATION, code_expired",
        "CODE_TO_TOKEN_ERROR, invalid_code, APPLICATION, code_used",
        "CODE_TO_TOKEN_ERROR, invalid_redirect_uri, APPLICATION, redirect_uri_changed",
        "CODE_TO_TOKEN_ERROR, code_verifier_missing, APPLICATION, pkce_missing",
        "CODE_TO_TOKEN_ERROR, pkce_verification_failed, APPLICATION, pkce_wrong",
        "CODE_TO_TOKEN_ERROR, not_allowed, HERE, grant_not_allowed",
        "CODE_TO_TOKEN_ERROR, user_session_not_found, APPLICATION, session_ended",
        "CLIENT_LOGIN_ERROR, invalid_client_credentials, APPLICATION, wrong_secret",
        "REFRESH_TOKEN_ERROR, invalid_token, APPLICATION, refresh_token_refused",
        "USER_INFO_REQUEST_ERROR, invalid_token, APPLICATION, token_refused",
        "LOGIN_ERROR, invalid_redirect_uri, APPLICATION, redirect_uri_absent",
        "LOGIN_ERROR, not_allowed, HERE, flow_not_allowed",
        "LOGIN_ERROR, client_disabled, HERE, client_disabled",
        "LOGIN_ERROR, ssl_required, APPLICATION, https_required",
        "LOGIN_ERROR, rejected_by_user, PERSON, consent_denied",
        "LOGIN_ERROR, access_denied, PERSON, consent_denied",
        "LOGIN_ERROR, user_disabled, PERSON, person_disabled",
        "LOGIN_ERROR, user_temporarily_disabled, PERSON, person_locked",
        "LOGIN_ERROR, invalid_user_credentials, PERSON, wrong_password",
        "LOGIN_ERROR, user_not_found, PERSON, person_unknown",
        "LOGIN_ERROR, expired_code, PERSON, page_expired",
        "LOGIN_ERROR, invalid_scope, APPLICATION, unknown_scope",
        "LOGIN_ERROR, unsupported_response_type, APPLICATION, unsupported_response_type",
        "LOGIN_ERROR, not_logged_in, APPLICATION, not_signed_in",
        "LOGIN_ERROR, something_new, APPLICATION, other"
    })
    void isExplainedByItsError(EventType type, String error, Side side, String code) {
        Explanation explanation = explain(type, error);

        assertThat(explanation.code()).isEqualTo(code);
        assertThat(explanation.side()).contains(side);
        assertThat(explanation.toString()).doesNotContain("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invalid scopes: openid payroll | unknown_scope | openid payroll",
                "Missing parameter: code_challenge_method | pkce_missing |",
                "Invalid parameter: code challenge method is not matching the configured one | pkce_wrong |",
                "Responses without a code are not supported. | unsupported_response_type | token",
                "Invalid response_type | unsupported_response_type | token",
                "Request objects are not supported. | request_object |",
                "Signed responses are not supported. | signed_response |",
                "Missing parameter: nonce | nonce_missing |",
                "Something new | request_invalid | Something new"
            })
    void ofARequestIsExplainedByItsSentence(String reason, String code, String parameter) {
        details.put("reason", reason);
        details.put("response_type", "token");

        Explanation explanation = explain(EventType.LOGIN_ERROR, "invalid_request");

        assertThat(explanation.code()).isEqualTo(code);
        assertThat(explanation.parameters()).isEqualTo(parameter == null ? List.of() : List.of(parameter));
    }

    @ParameterizedTest
    @EnumSource(value = AccessDecision.class, names = "ALLOWED", mode = EnumSource.Mode.EXCLUDE)
    void ofAPersonWithoutAccessNamesTheReason(AccessDecision decision) {
        details.put("reason", decision.reason());

        assertThat(explain(EventType.LOGIN_ERROR, "access_denied").code())
                .isEqualTo("not_admitted_" + decision.reason())
                .isEqualTo(
                        explain(EventType.REFRESH_TOKEN_ERROR, "invalid_grant").code());
    }

    @Test
    void ofAStrangerIsFollowedByAnInvitation() {
        details.put("reason", "only_employees");

        assertThat(explain(EventType.LOGIN_ERROR, "access_denied").remedy())
                .contains(new Remedy(Remedy.Action.INVITE, "ada-id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wiki.example.com/login/",
                "https://WIKI.example.com:443/other?a=b",
                "http://localhost:3000/callback"
            })
    void ofAnAddressOfTheApplicationOffersToRegisterIt(String uri) {
        details.put("redirect_uri", uri);

        Explanation explanation = explain(EventType.LOGIN_ERROR, "invalid_redirect_uri");

        assertThat(explanation.code()).isEqualTo("wrong_redirect_uri");
        assertThat(explanation.remedy()).contains(new Remedy(Remedy.Action.REGISTER_REDIRECT_URI, uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wiki.example.com.evil.example/login",
                "https://wiki.example.com:8443/login",
                "http://wiki.example.com/login",
                "https://wiki.example.com@evil.example/login",
                "https://evil@wiki.example.com/login",
                "https://wiki.example.com/login#fragment",
                "https://wiki.example.com/*",
                "https://wiki.example.com/\u202Enigol",
                "https://wiki.example.com/ login",
                "com.example.other:/cb",
                "javascript:alert(1)",
                "/login",
                "not an address"
            })
    void ofAnyOtherAddressOffersNothing(String uri) {
        details.put("redirect_uri", uri);

        Explanation explanation = explain(EventType.LOGIN_ERROR, "invalid_redirect_uri");

        assertThat(explanation.code()).isEqualTo("foreign_redirect_uri");
        assertThat(explanation.remedy()).isEmpty();
        assertThat(explanation.parameters()).containsExactly(uri);
    }

    @Test
    void ofAnAddressAfterSigningOutIsNotOneOfSigningIn() {
        details.put("redirect_uri", "https://wiki.example.com/bye");

        assertThat(explain(EventType.LOGOUT_ERROR, "invalid_redirect_uri"))
                .satisfies(explanation -> assertThat(explanation.remedy()).isEmpty())
                .extracting(Explanation::code)
                .isEqualTo("wrong_logout_uri");
    }

    @Test
    void ofASignedAssertionIsAboutClockAndKey() {
        details.put("client_assertion_issuer", "wiki");

        assertThat(explain(EventType.CODE_TO_TOKEN_ERROR, "invalid_client_credentials")
                        .code())
                .isEqualTo("assertion_refused");
    }

    @Test
    void withoutDetailsIsExplainedAllTheSame() {
        Event event = new Event();
        event.setType(EventType.LOGIN_ERROR);
        event.setError("invalid_request");

        assertThat(RefusedSignIn.explain(event, client).code()).isEqualTo("request_invalid");
    }
}
