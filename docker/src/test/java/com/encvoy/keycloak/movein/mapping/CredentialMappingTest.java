package com.encvoy.keycloak.movein.mapping;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.movein.source.Person;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialMappingTest {

    private static final String BCRYPT = "$2b$10$abcdefghijklmnopqrstuuNoPasswordHasThisHashAsItsOwnxx";

    private final Encvoy encvoy = new Encvoy(Map.of());

    private List<Credential> credentials(String columns, String... accounts) {
        Person person = encvoy.person(
                42,
                "{'login':'arthur'" + columns + "}",
                List.of(accounts).stream().map(Encvoy::json).toList(),
                List.of());
        return encvoy.move(person).orElseThrow().credentials();
    }

    private static JsonNode data(Credential credential) {
        return Encvoy.json(credential.credentialData());
    }

    @Test
    void passwordsComeAsTheyAre() {
        Credential password = credentials(
                        ",'hashed_password':'" + BCRYPT + "','password_updated_at':'2024-01-02T03:04:05.678'")
                .get(0);

        assertThat(password.type()).isEqualTo("password");
        assertThat(password.created()).isEqualTo(1_704_164_645_678L);
        assertThat(Encvoy.json(password.secretData()).path("value").asText()).isEqualTo(BCRYPT);
        assertThat(data(password)).isEqualTo(Encvoy.json("{'hashIterations':10,'algorithm':'bcrypt'}"));
    }

    @Test
    void peopleWithoutAPasswordGetNoneAndUnknownHashesAreAConflict() {
        assertThat(credentials(",'hashed_password':''")).isEmpty();
        assertThat(encvoy.decisions.open()).isEmpty();
        assertThat(credentials(",'hashed_password':'" + BCRYPT.replace("$10$", "$31$") + "'"))
                .isEmpty();
        assertThat(encvoy.decisions.open()).containsOnlyKeys("person/42/password");
    }

    @Test
    void oneTimePasswordsComeWithTheirSettings() {
        Credential otp = credentials(
                        "",
                        "{'type':'TOTP','rest_info':{'secret':'gezdgnbvgy3tqojq','digits':8,"
                                + "'period':60,'algorithm':'sha256','backup_codes':[{}],'enabled':true}}")
                .get(0);

        assertThat(otp.type()).isEqualTo("otp");
        assertThat(Encvoy.json(otp.secretData())).isEqualTo(Encvoy.json("{'value':'GEZDGNBVGY3TQOJQ'}"));
        assertThat(data(otp))
                .isEqualTo(Encvoy.json("{'subType':'totp','digits':8,'counter':0,'period':60,"
                        + "'algorithm':'HmacSHA256','secretEncoding':'BASE32'}"));
    }

    @Test
    void passkeysComeWithTheirKeyAndTheIdInStandardBase64() {
        List<Credential> passkeys = credentials(
                "",
                "{'type':'WEBAUTHN','sub':'_-8','label':'Browser','rest_info':{'publicKey':[165,1,2],'counter':7}}",
                "{'type':'WEBAUTHN','sub':'AQ','label':'Browser','rest_info':{'publicKey':[165],'counter':0}}");

        assertThat(data(passkeys.get(0)).path("credentialId").asText()).isEqualTo("/+8=");
        assertThat(data(passkeys.get(0)).path("credentialPublicKey").asText()).isEqualTo("pQEC");
        assertThat(data(passkeys.get(0)).path("counter").asInt()).isEqualTo(7);
        assertThat(passkeys).extracting(Credential::label).as("unique").containsExactly("Browser", "Browser (2)");
    }

    @Test
    void passkeysOfAnotherHostAreTold() {
        credentials(
                "",
                "{'type':'WEBAUTHN','sub':'AQ','issuer':'https://id.example.com','rest_info':{'publicKey':[165]}}",
                "{'type':'WEBAUTHN','sub':'_-8','issuer':'https://old.example.com:1/','rest_info':{'publicKey':[1]}}");

        assertThat(encvoy.tally.notes())
                .anySatisfy((note, count) -> assertThat(note).startsWith("passkeys belong to the host old.example.com"))
                .noneSatisfy((note, count) -> assertThat(note).contains("id.example.com"));
    }

    @Test
    void whatReplacesAnotherHasAnotherDate() {
        long first = credentials("", "{'type':'TOTP','rest_info':{'secret':'GEZDGNBVGY3TQOJQ'}}")
                .get(0)
                .created();
        long second = credentials("", "{'type':'TOTP','rest_info':{'secret':'GEZDGNBVGY3TQOJA'}}")
                .get(0)
                .created();

        assertThat(first).isNotEqualTo(second);
    }
}
