package com.encvoy.keycloak.movein.mapping;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.movein.decision.Decisions;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileDeclarationTest {

    private static final JsonNode PROFILE = Encvoy.json("""
            {"attributes":[{"name":"email"},{"name":"public_profile_claims_oauth",
              "validations":{"options":{"options":["id","email"]}}}]}""");

    private final Encvoy encvoy = new Encvoy(Map.of());
    private final CustomFields fields = new CustomFields(
            List.of(Encvoy.json("{'field':'department','title':'Department'}")),
            List.of(),
            new Decisions(Map.of(), Map.of(), false));

    private JsonNode complete(JsonNode profile) {
        return ProfileDeclaration.complete(
                profile, fields, FieldRules.none(encvoy.tally), encvoy.facts(), "encvoy.moved_in");
    }

    @Test
    void declaresWhatMovedPeopleHave() {
        JsonNode declared = complete(PROFILE);

        assertThat(declared.findValuesAsText("name"))
                .containsExactly(
                        "email",
                        "public_profile_claims_oauth",
                        "custom_fields.department",
                        "middle_name",
                        "encvoy.moved_in",
                        "encvoy.delete_after",
                        "encvoy_sub");
        assertThat(new ProfileCheck(declared).options("public_profile_claims_oauth"))
                .containsExactly("id", "email", "department");
        assertThat(declared.path("attributes").path(2).path("displayName").asText())
                .isEqualTo("Department");
        assertThat(declared.path("attributes").path(4).path("permissions"))
                .isEqualTo(Encvoy.json("{'view':['admin'],'edit':['admin']}"));
        assertThat(declared.path("attributes").path(6).path("validations").has("encvoy-subject"))
                .isTrue();
    }

    @Test
    void changesNothingThatIsDeclared() {
        JsonNode declared = complete(PROFILE);

        assertThat(complete(declared)).isEqualTo(declared);
    }
}
