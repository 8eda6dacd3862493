package com.encvoy.keycloak.movein.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.movein.decision.Decisions;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationMappingTest {

    private final Tally tally = new Tally();
    private Decisions decisions = new Decisions(Map.of(), Map.of("rooted", "root"), false);

    private Optional<MovedApplication> map(String columns) {
        Providers providers = new Providers(List.of(Encvoy.json("{'id':1,'type':'GOOGLE'}")), decisions);
        LookMapping look = new LookMapping(
                Pictures.servedAt("https://p.example", tally),
                tally,
                List.of(Encvoy.json("{'provider_id':1,'client_id':'wiki','index':0,'groupe':'BIG'}")),
                providers,
                Map.of("t", "Tools"));
        return new ApplicationMapping(decisions, tally, Set.of("account"), look, Map.of("wiki", List.of("email")))
                .of(Encvoy.json("{'client_secret':'secret','name':'Wiki'," + columns + "}"));
    }

    private Map<String, String> fields(String columns) {
        return map("'client_id':'wiki'," + columns).orElseThrow().fields();
    }

    private static String attribute(String name) {
        return MovedApplication.ATTRIBUTE + name;
    }

    @Test
    void idSecretAndAddressesStay() {
        Map<String, String> fields =
                fields("'domain':'https://wiki.example/','redirect_uris':['https://wiki.example/b',"
                        + "'https://wiki.example/a',''],'post_logout_redirect_uris':['https://wiki.example/bye']");

        assertThat(fields)
                .containsEntry("secret", "secret")
                .containsEntry("redirectUris", "https://wiki.example/a\nhttps://wiki.example/b")
                .containsEntry("rootUrl", "https://wiki.example")
                .containsEntry("webOrigins", "https://wiki.example")
                .containsEntry(attribute("post.logout.redirect.uris"), "https://wiki.example/bye")
                .containsEntry(attribute("encvoy.required_fields"), "email")
                .containsEntry(attribute("encvoy.big_providers"), "google");
        assertThat(decisions.conflicts()).isEmpty();
    }

    @Test
    void addressesThatCannotBeExactAreConflicts() {
        assertThat(fields("'redirect_uris':['https://wiki.example/*','javascript:alert(1)','https://ok.example/']"))
                .containsEntry("redirectUris", "https://ok.example/")
                .containsEntry(attribute("post.logout.redirect.uris"), "+##https://ok.example##https://ok.example/");
        assertThat(decisions.open())
                .containsOnlyKeys("application/wiki/redirect_uris/1", "application/wiki/redirect_uris/2");
    }

    @Test
    void applicationsWithoutASecretArePublicWithPkce() {
        assertThat(fields("'token_endpoint_auth_method':'none'"))
                .containsEntry("publicClient", "true")
                .containsEntry(attribute("pkce.code.challenge.method"), "S256")
                .doesNotContainKey("secret");
    }

    @Test
    void differingMethodsAreAConflict() {
        assertThat(fields("'introspection_endpoint_auth_method':'private_key_jwt'"))
                .containsEntry("publicClient", "false");
        assertThat(decisions.open()).containsOnlyKeys("application/wiki/auth_method");
    }

    @Test
    void whatHasNoCounterpartIsCounted() {
        fields("'grant_types':['authorization_code','client_credentials'],'mini_widget':true,"
                + "'hide_widget_header':true,'widget_title':'" + "x".repeat(101)
                + "','required_providers_ids':['1'],'require_signed_request_object':true,"
                + "'widget_colors':{'link_color':'#000000'}");

        assertThat(tally.left())
                .hasSize(6)
                .allSatisfy((what, count) -> assertThat(count).isEqualTo(1));
        assertThat(tally.byHand().keySet())
                .containsExactly(
                        "the rule that wiki signs its requests (setting Request object required of the client)");
        assertThat(decisions.conflicts()).isEmpty();
    }

    @Test
    void lifetimesStayWithinWhatThePackAllows() {
        assertThat(fields("'access_token_ttl':5,'refresh_token_ttl':99999999"))
                .containsEntry(attribute("encvoy.access_token_ttl"), "60")
                .containsEntry(attribute("encvoy.refresh_token_ttl"), "31536000");
    }

    @Test
    void rulesAndLookComeAlong() {
        assertThat(fields("'authorize_only_employees':true,'widget_title':'Hello','hide_widget_footer':true,"
                        + "'widget_colors':{'button_color':'#4c6ad4','font_color':'red'},'avatar':"
                        + "'public/images/client/x','catalog':true,'type_id':'t',"
                        + "'id_token_signed_response_alg':'PS256'"))
                .containsEntry(attribute("encvoy.authorize_only_employees"), "true")
                .containsEntry(attribute("encvoy.widget_title"), "Hello")
                .containsEntry(attribute("encvoy.hide_widget_footer"), "true")
                .containsEntry(attribute("encvoy.widget_colors.button_color"), "#4c6ad4")
                .containsEntry(attribute("encvoy.avatar"), "https://p.example/client/x")
                .containsEntry(attribute("encvoy.catalog"), "true")
                .containsEntry(attribute("encvoy.catalog_type"), "Tools")
                .containsEntry(attribute("id.token.signed.response.alg"), "PS256")
                .doesNotContainKeys(attribute("encvoy.widget_colors.font_color"), attribute("encvoy.issuer"));
    }

    @Test
    void theIssuerIsDecidedInTheFile() {
        assertThat(map("'client_id':'rooted'").orElseThrow().fields())
                .containsEntry(attribute("encvoy.issuer"), "root");
    }

    @Test
    void aClientIdThatIsTakenAndANameThatIsRefusedAreConflicts() {
        assertThat(map("'client_id':'account'")).isEmpty();
        assertThat(map("'client_id':'evil','name':'A <b>'").orElseThrow().fields())
                .containsEntry("name", "A  b");
        assertThat(decisions.open()).containsOnlyKeys("application/account", "application/evil/name");
    }

    @Test
    void aDecisionMayCorrectAnAddress() {
        decisions =
                new Decisions(Map.of("application/wiki/redirect_uris/1", "=https://wiki.example/cb"), Map.of(), false);

        assertThat(fields("'redirect_uris':['https://wiki.example/*']"))
                .containsEntry("redirectUris", "https://wiki.example/cb");
        assertThat(decisions.open()).isEmpty();
    }
}
