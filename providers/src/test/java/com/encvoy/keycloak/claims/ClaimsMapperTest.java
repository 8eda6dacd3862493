package com.encvoy.keycloak.claims;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.ThemeManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.theme.Theme;

import com.encvoy.keycloak.application.PrivateLogin;
import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.memory.MemoryLogin;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

class ClaimsMapperTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryUser ada = realm.user("ada")
            .with("nickname", "Countess")
            .with("phone_number", "+4930123456")
            .with(ReleasePolicy.ATTRIBUTE, "email nickname")
            .withVerifiedEmail("ada@example.com");
    private final ClaimsMapper mapper = new ClaimsMapper();
    private final ProtocolMapperModel model = new ProtocolMapperModel();

    @BeforeEach
    void haveATheme() throws IOException {
        ThemeManager themes = Stub.of(ThemeManager.class);
        Theme theme = Stub.of(Theme.class);
        when(session.model().theme()).thenReturn(themes);
        when(themes.getTheme(Theme.Type.LOGIN)).thenReturn(theme);
        when(theme.getEnhancedMessages(any(), any())).thenReturn(new Properties());
    }

    private MemoryLogin login(String clientId, String... scopes) {
        return MemoryLogin.of(ada, realm.client(clientId), scopes);
    }

    private <T extends IDToken> T filled(T token) {
        token.setSubject("ada-id");
        token.setPreferredUsername("ada");
        token.getOtherClaims().put("upn", "ada");
        token.getOtherClaims().put("team", "ADA");
        token.getOtherClaims().put("gender", "female");
        token.getOtherClaims().put("phone_number", "030 123456");
        return token;
    }

    private Map<String, Object> idToken(String... scopes) {
        MemoryLogin login = login("sentry", scopes);
        return mapper.transformIDToken(
                        filled(new IDToken()), model, session.model(), login.userSession(), login.context())
                .getOtherClaims();
    }

    private AccessToken accessToken(AccessToken token) {
        MemoryLogin login = login("sentry", "profile");
        return mapper.transformAccessToken(token, model, session.model(), login.userSession(), login.context());
    }

    private boolean loginIsKeptOut(String clientId) {
        MemoryLogin login = login(clientId);
        AccessToken token = filled(new AccessToken());
        assertThat(mapper.transformIntrospectionToken(
                        token, model, session.model(), login.userSession(), login.context()))
                .isSameAs(token);
        return PrivateLogin.isKeptOut(session.model());
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-console", "account", "security-admin-console", "admin-cli"})
    void keycloaksOwnApplicationsGetEverything(String clientId) {
        MemoryLogin login = login(clientId, "profile");
        IDToken token = mapper.transformIDToken(
                filled(new IDToken()), model, session.model(), login.userSession(), login.context());

        assertThat(token.getPreferredUsername()).isEqualTo("ada");
        assertThat(token.getOtherClaims()).containsOnlyKeys("upn", "team", "gender", "phone_number");
        assertThat(loginIsKeptOut(clientId)).isFalse();
    }

    @Test
    void whatIsPrivateLeavesByNoNameAndNoValue() {
        assertThat(idToken()).doesNotContainKeys("upn", "team", "gender", "phone_number");
        AccessToken token = accessToken(filled(new AccessToken()));
        assertThat(token.getPreferredUsername()).isNull();
        assertThat(token.getOtherClaims()).doesNotContainKeys("upn", "team", "phone_number", "nickname");
    }

    @Test
    void anAccessTokenGetsTheCheckedValueInPlaceOfAnUncheckedOne() {
        ada.with(ReleasePolicy.ATTRIBUTE, "phone_number birthdate").with("birthdate", "1815-12-10T00:00");
        AccessToken token = new AccessToken();
        token.getOtherClaims().put("birthdate", "1815-12-10T00:00");
        token.getOtherClaims().put("phone_number", "030 123456");

        assertThat(accessToken(token).getOtherClaims())
                .containsEntry("birthdate", "1815-12-10")
                .doesNotContainKeys("phone_number", "name");
    }

    @Test
    void userinfoHasTheClaimsOfTheScopesToo() {
        MemoryLogin login = login("sentry", "profile");

        assertThat(mapper.transformUserInfoToken(
                                filled(new AccessToken()), model, session.model(), login.userSession(), login.context())
                        .getOtherClaims())
                .containsEntry("nickname", "Countess");
    }

    @ParameterizedTest
    @CsvSource({
        "email, email",
        "profile, nickname",
        "accounts, publicExternalAccounts",
        "lk, lk",
        "lk, systemClient",
        "lk, orgClient",
        "catalog, catalog"
    })
    void aClaimNeedsItsScope(String scope, String claim) {
        assertThat(idToken("openid", scope)).containsKey(claim);
        assertThat(idToken("openid")).doesNotContainKey(claim);
    }

    @Test
    void aPhoneNumberNeedsItsScope() {
        ada.with(ReleasePolicy.ATTRIBUTE, "phone");

        assertThat(idToken("phone")).containsEntry("phone_number", "+4930123456");
        assertThat(idToken("email")).doesNotContainKey("phone_number");
    }

    @Test
    void accountsAndTheirSystemAreShownAsTheyAre() {
        assertThat(idToken("accounts", "lk", "catalog"))
                .containsEntry("publicExternalAccounts", List.of())
                .containsEntry("systemClient", "encvoy")
                .containsEntry("orgClient", "encvoy")
                .containsEntry("catalog", false);
    }

    @Test
    void theCatalogueIsThereIfTheRealmHasOne() {
        realm.model().setAttribute("encvoy.catalog", "true");

        assertThat(idToken("catalog")).containsEntry("catalog", true);
    }

    @Test
    void aLanguageIsThePersonsElseTheRealms() {
        assertThat(idToken("locale")).doesNotContainKey("locale");
        when(realm.model().getDefaultLocale()).thenReturn("ru");
        assertThat(idToken("locale")).containsEntry("locale", "ru");
        ada.with("locale", "de");
        assertThat(idToken("locale")).containsEntry("locale", "de");
        assertThat(idToken("profile")).doesNotContainKey("locale");
    }

    @Test
    void aPersonWithoutAPublicNameIsCalledByAWordThatTellsNothing() {
        ada.with(ReleasePolicy.ATTRIBUTE, "picture email");

        assertThat(idToken("profile", "email")).containsEntry("name", "User").containsEntry("email", "ada@example.com");
    }

    @Test
    void introspectionKeepsAPrivateLoginOut() {
        assertThat(loginIsKeptOut("sentry")).isTrue();
    }

    @Test
    void introspectionNamesAPublicLogin() {
        ada.with(ReleasePolicy.ATTRIBUTE, "login");

        assertThat(loginIsKeptOut("sentry")).isFalse();
    }
}
