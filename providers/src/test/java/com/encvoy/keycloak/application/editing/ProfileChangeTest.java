package com.encvoy.keycloak.application.editing;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ProfileChangeTest {

    private static final String AFTER_LOGOUT = "post.logout.redirect.uris";
    private static final URI WIKI = URI.create("https://wiki.example.com");

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("wiki");
    private ClientRepresentation saved;

    @BeforeEach
    void registerWiki() {
        ClientScopeModel scope = Stub.of(ClientScopeModel.class);
        when(scope.getName()).thenReturn("encvoy");
        when(realm.model().getClientScopesStream()).thenAnswer(call -> Stream.of(scope));
        when(client.getName()).thenReturn("Wiki");
        registered(WIKI.toString(), "/", "/callback", "https://other.example.com/cb");
    }

    private void registered(String rootUrl, String baseUrl, String... redirectUris) {
        when(client.getRootUrl()).thenReturn(rootUrl);
        when(client.getBaseUrl()).thenReturn(baseUrl);
        when(client.getRedirectUris()).thenReturn(new TreeSet<>(Set.of(redirectUris)));
    }

    private void save(ApplicationProfile profile) {
        saved = new ClientRepresentation();
        saved.setRootUrl(client.getRootUrl());
        saved.setBaseUrl(client.getBaseUrl());
        saved.setAttributes(new HashMap<>());
        new ProfileChange(client, profile).writeTo(saved);
    }

    private static ApplicationProfile profile(URI domain, List<String> redirectUris, String... afterLogout) {
        return new ApplicationProfile("Wiki", "", domain, redirectUris, List.of(afterLogout), false);
    }

    @Test
    void theProfileOfAClientHasCompleteAddresses() {
        ApplicationProfile profile = ApplicationProfile.of(client);

        assertThat(profile)
                .isEqualTo(profile(WIKI, List.of("https://other.example.com/cb", "https://wiki.example.com/callback")));
        assertThat(new ProfileChange(client, profile).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://wiki.example.com/, , https://wiki.example.com",
        ", https://wiki.example.com/start/, https://wiki.example.com/start",
        "${authBaseUrl}, /realms/x/account/,",
        "'', /start,",
        ",,"
    })
    void theAddressIsTheRootUrlOrElseTheCompletePage(String rootUrl, String baseUrl, String domain) {
        registered(rootUrl, baseUrl, "/callback");

        assertThat(ApplicationProfile.of(client).domain()).isEqualTo(domain == null ? null : URI.create(domain));
        assertThat(ApplicationProfile.of(client).redirectUris())
                .containsExactly("https://wiki.example.com/".equals(rootUrl) ? rootUrl + "/callback" : "/callback");
    }

    @Test
    void whatDoesNotChangeStaysAsItIsStored() {
        save(ApplicationProfile.of(client));

        assertThat(saved.getRedirectUris()).containsExactly("https://other.example.com/cb", "/callback");
        assertThat(saved.getRootUrl()).isEqualTo(WIKI.toString());
        assertThat(saved.getBaseUrl()).isEqualTo("/");
        assertThat(saved.getWebOrigins()).isEmpty();
        assertThat(saved.getAttributes()).containsEntry(AFTER_LOGOUT, "");
        assertThat(saved.isPublicClient()).isNull();
    }

    @Test
    void anotherAddressMovesThePageAndNoRedirectUri() {
        save(profile(URI.create("https://new.example.com"), List.of("https://wiki.example.com/callback")));

        assertThat(saved.getRootUrl()).isEqualTo("https://new.example.com");
        assertThat(saved.getBaseUrl()).isEqualTo("/");
        assertThat(saved.getRedirectUris()).containsExactly("https://wiki.example.com/callback");
    }

    @ParameterizedTest
    @CsvSource({
        "https://wiki.example.com, https://wiki.example.com/start, https://new.example.com/start",
        "https://wiki.example.com, https://elsewhere.example.com/, https://elsewhere.example.com/",
        "'', '', /"
    })
    void thePageFollowsTheAddressIfItWasBelowIt(String root, String page, String newPage) {
        registered(root, page, "https://wiki.example.com/callback");

        save(profile(URI.create("https://new.example.com"), List.of("https://wiki.example.com/callback")));

        assertThat(saved.getRootUrl()).isEqualTo("https://new.example.com");
        assertThat(saved.getBaseUrl()).isEqualTo(newPage);
    }

    @Test
    void aPageWithoutARootUrlIsTheAddress() {
        registered("", "https://wiki.example.com/start", "https://wiki.example.com/callback");

        save(profile(URI.create("https://new.example.com"), List.of("https://wiki.example.com/callback")));

        assertThat(saved.getRootUrl()).isEmpty();
        assertThat(saved.getBaseUrl()).isEqualTo("https://new.example.com");
    }

    @Test
    void anApplicationMayLoseItsAddress() {
        save(profile(null, List.of("https://wiki.example.com/callback")));

        assertThat(saved.getRootUrl()).isEmpty();
        assertThat(saved.getBaseUrl()).isEmpty();
        assertThat(saved.getRedirectUris()).containsExactly("https://wiki.example.com/callback");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://wiki.example.com https://api.example.com | https://api.example.com https://new.example.com
            + | +
            '' | ''
            https://api.example.com | https://api.example.com https://new.example.com
            """)
    void webOriginsFollowTheRedirectUris(String before, String after) {
        when(client.getWebOrigins()).thenReturn(Set.copyOf(words(before)));

        save(profile(WIKI, List.of("https://new.example.com/callback", "com.example.app:/callback")));

        assertThat(saved.getWebOrigins()).containsExactlyElementsOf(words(after));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            null | '' | ''
            + | '' | +
            +##https://w.io##https://w.io/ | https://w.io https://w.io/ | +##https://w.io##https://w.io/
            - | - | -
            +##/##https://x.example.com | https://wiki.example.com/ https://x.example.com | +##/##https://x.example.com
            /bye | https://wiki.example.com/bye | /bye
            """)
    void addressesAfterSigningOutAreKeptOrFollowTheRedirectUris(String stored, String shown, String after) {
        if (stored != null) {
            client.setAttribute(AFTER_LOGOUT, stored);
        }
        assertThat(ApplicationProfile.of(client).postLogoutRedirectUris()).containsExactlyElementsOf(words(shown));

        save(profile(
                WIKI,
                List.of("https://new.example.com/callback"),
                ApplicationProfile.of(client).postLogoutRedirectUris().toArray(String[]::new)));

        assertThat(saved.getAttributes()).containsEntry(AFTER_LOGOUT, after);
    }

    @Test
    void theStartOfEachHostFollowsTheRedirectUris() {
        registered(WIKI.toString(), "/", "/callback");
        client.setAttribute(AFTER_LOGOUT, "+##https://wiki.example.com##https://wiki.example.com/");
        assertThat(ApplicationProfile.of(client).postLogoutRedirectUris()).isEmpty();

        save(profile(WIKI, List.of("https://new.example.com/callback")));

        assertThat(saved.getAttributes())
                .containsEntry(AFTER_LOGOUT, "+##https://new.example.com##https://new.example.com/");
    }

    @Test
    void addressesAfterSigningOutCanBeListedOrLeftOutAgain() {
        List<String> callback = List.of("https://wiki.example.com/callback");

        save(profile(WIKI, callback, "https://wiki.example.com/bye"));
        assertThat(saved.getAttributes()).containsEntry(AFTER_LOGOUT, "+##https://wiki.example.com/bye");

        client.setAttribute(AFTER_LOGOUT, "https://wiki.example.com/bye");
        save(profile(WIKI, callback, "https://wiki.example.com/cu"));
        assertThat(saved.getAttributes()).containsEntry(AFTER_LOGOUT, "https://wiki.example.com/cu");

        save(profile(WIKI, callback));
        assertThat(saved.getAttributes())
                .containsEntry(AFTER_LOGOUT, "+##https://wiki.example.com##https://wiki.example.com/");

        save(profile(WIKI, callback, "-"));
        assertThat(saved.getAttributes()).containsEntry(AFTER_LOGOUT, "-");
    }

    @Test
    void anAppWithoutASecretUsesPkce() {
        save(new ApplicationProfile("Wiki", "", WIKI, List.of("https://wiki.example.com/callback"), null, true));

        assertThat(saved.isPublicClient()).isTrue();
        assertThat(saved.getWebOrigins()).containsExactly("+");
        assertThat(saved.getAttributes()).containsEntry("pkce.code.challenge.method", "S256");
    }

    @Test
    void changesAreNamedAsInTheBody() {
        ApplicationProfile changed = new ApplicationProfile("W", "text", null, List.of("app:/a"), List.of("-"), true);

        assertThat(new ProfileChange(client, changed).changes())
                .containsOnlyKeys(
                        "name", "description", "domain", "redirect_uris", "post_logout_redirect_uris", "public_client");
    }

    @Test
    void theVersionChangesWithEveryPart() {
        String version = ApplicationVersion.of(client);

        assertThat(ApplicationVersion.of(client)).isEqualTo(version).matches("[A-Za-z0-9_-]{22}");
        client.setAttribute("encvoy.contact", "ada@example.com");
        String other = ApplicationVersion.of(client);
        when(client.isConsentRequired()).thenReturn(true);
        assertThat(List.of(version, other, ApplicationVersion.of(client))).doesNotHaveDuplicates();
    }
}
