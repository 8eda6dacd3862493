package com.encvoy.keycloak.movein.mapping;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.movein.decision.Decisions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RealmMappingTest {

    private final Tally tally = new Tally();
    private final Decisions decisions = new Decisions(Map.of(), Map.of(), false);

    private Map<String, String> map(Map<String, JsonNode> settings, String... providers) {
        LookMapping look = new LookMapping(
                Pictures.servedAt(null, tally), tally, List.of(), new Providers(List.of(), decisions), Map.of());
        return new RealmMapping(new Encvoy(Map.of()).facts(), look, tally)
                .of(
                        Encvoy.json("{'client_id':'root','cover_mode':'REPLACE'}"),
                        settings,
                        List.of(providers).stream().map(Encvoy::json).toList(),
                        "(?=.*(?:.{6,})).*");
    }

    @Test
    void settingsOfTheSystemBecomeThoseOfTheRealm() {
        assertThat(map(Map.of(
                        "i18n", Encvoy.json("{'default_language':'de-DE'}"),
                        "registration_policy", Encvoy.json("'disabled'"),
                        "default_public_profile_claims_oauth", Encvoy.json("'picture nickname'"))))
                .containsEntry("defaultLocale", "de")
                .containsEntry("registrationAllowed", "false")
                .containsEntry(
                        MovedApplication.ATTRIBUTE + "encvoy.default_public_profile_claims_oauth",
                        "id picture nickname")
                .containsEntry(MovedApplication.ATTRIBUTE + "encvoy.cover_mode", "REPLACE")
                .containsEntry(RealmMapping.PASSWORDS, "(?=.*(?:.{6,})).*");
    }

    @Test
    void theMailServerAndOneTimePasswordsAreReadInBothSpellings() {
        assertThat(map(
                        Map.of(),
                        "{'type':'EMAIL','params':{'root_mail':'a@b.c','mail_hostname':'m','mail_port':'465',"
                                + "'mail_password':'p'}}",
                        "{'type':'TOTP','params':{'code_length':8,'time_step':60}}"))
                .containsEntry("mail host", "m")
                .containsEntry("mail ssl", "true")
                .containsEntry("mail auth", "true")
                .containsEntry("otpPolicyDigits", "8")
                .containsEntry("otpPolicyPeriod", "60");
    }

    @Test
    void whatHasNoCounterpartIsCounted() {
        assertThat(map(
                        Map.of(
                                "catalog", Encvoy.json("true"),
                                "authorize_only_admins", Encvoy.json("true"),
                                "data_processing_agreement", Encvoy.json("'https://example.com/terms'"),
                                "registration_policy", Encvoy.json("'allowed_autoregistration_only'"),
                                "prohibit_identifier_binding", Encvoy.json("true"),
                                "allowed_login_fields", Encvoy.json("'login'"),
                                "two_factor_authentication", Encvoy.json("{'controlled_methods':['login']}"),
                                "default_public_profile_claims_gravatar", Encvoy.json("'picture'"),
                                "sentry", Encvoy.json("{'enabled':true,'dsn':'https://key@sentry.example'}")),
                        "{'type':'EMAIL','params':{'mail_code_ttl_sec':'30'}}",
                        "{'type':'PHONE','name':'Telephone'}",
                        "{'type':'MTLS'}"))
                .containsEntry(MovedApplication.ATTRIBUTE + "encvoy.catalog", "true")
                .containsEntry("registrationAllowed", "false");
        assertThat(tally.byHand()).hasSize(8);
        assertThat(tally.byHand().keySet())
                .contains("the option mail_code_ttl_sec of each step Encvoy: e-mail code (60)");
        assertThat(tally.left()).hasSize(3);
        assertThat(tally.left().keySet() + "" + tally.byHand()).doesNotContain("key@");
    }

    @Test
    void signingKeysBecomePassiveKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        ObjectNode jwk = ((ObjectNode) Encvoy.json("{'kty':'RSA','kid':'k1'}"));
        jwk.put("n", encoded(key.getModulus()));
        jwk.put("e", encoded(key.getPublicExponent()));
        jwk.put("d", encoded(key.getPrivateExponent()));
        jwk.put("p", encoded(key.getPrimeP()));
        jwk.put("q", encoded(key.getPrimeQ()));
        jwk.put("dp", encoded(key.getPrimeExponentP()));
        jwk.put("dq", encoded(key.getPrimeExponentQ()));
        jwk.put("qi", encoded(key.getCrtCoefficient()));
        ObjectNode jwks = (ObjectNode) Encvoy.json("{}");
        jwks.putArray("keys").add(jwk);

        JsonNode config = SigningKeys.components(jwks).get(0).path("config");

        assertThat(config.path("active").path(0).asText()).isEqualTo("false");
        assertThat(config.path("kid").path(0).asText()).isEqualTo("k1");
        String pem = config.path("privateKey").path(0).asText();
        assertThat(Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")))
                .isEqualTo(key.getEncoded());
        assertThatThrownBy(() -> SigningKeys.components(Encvoy.json("{'keys':[]}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String encoded(BigInteger value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.toByteArray());
    }

    @Test
    void identityProvidersKeepTheirSecrets() {
        ObjectNode json = ProviderMapping.json(
                "custom-2",
                Encvoy.json("{'type':'CUSTOM','name':'Company','params':{'external_client_id':'c',"
                        + "'external_client_secret':'s','scopes':'openid email','issuer':'https://i',"
                        + "'authorization_endpoint':'https://i/a'}}"),
                "state",
                "0 - -");

        assertThat(json.path("providerId").asText()).isEqualTo("oidc");
        assertThat(json.path("config").path("clientSecret").asText()).isEqualTo("s");
        assertThat(json.path("config").path("authorizationUrl").asText()).isEqualTo("https://i/a");
    }

    @Test
    void namesOfCustomFieldsThatAreNotAllowedAreConflicts() {
        CustomFields fields = new CustomFields(
                List.of(Encvoy.json("{'field':'department','title':'Department'}")),
                List.of("bad name!", "department"),
                decisions);

        assertThat(fields.names()).containsEntry("department", "department").containsEntry("bad name!", "bad_name_");
        assertThat(decisions.open()).containsOnlyKeys("custom-field/bad name!");
    }
}
