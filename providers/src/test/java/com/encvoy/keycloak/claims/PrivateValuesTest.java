package com.encvoy.keycloak.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.memory.MemoryUser;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

class PrivateValuesTest {

    @Nested
    @DisplayName("which values are private")
    class Which {

        private final MemoryUser ada = new MemoryUser("ada")
                .with("email", " Ada@Example.com ")
                .with("phone_number", "+4930123456")
                .with("firstName", "Augusta")
                .with("nickname", "Countess");

        private Set<String> values(String... names) {
            return PrivateValues.of(ada, new ReleasePolicy(Set.of(names))).values();
        }

        @Test
        void areTheIdentifiersThatAPersonDoesNotShow() {
            assertThat(values()).containsExactlyInAnyOrder("ada", "ada@example.com", "+4930123456");
            assertThat(values("email", "phone")).containsExactly("ada");
            assertThat(values("login", "email", "phone_number")).isEmpty();
        }

        @Test
        void leaveOutWhatThePersonDoesNotHave() {
            ada.with("email").with("phone_number", " ");

            assertThat(values()).containsExactly("ada");
        }

        @Test
        void leaveOutWhatThePersonShowsUnderAnotherName() {
            ada.with("username", "ada@example.com");
            assertThat(values("email")).containsExactly("+4930123456");
            ada.with("username", "Countess");
            assertThat(values("nickname", "email")).containsExactly("+4930123456");
            assertThat(values("email")).containsExactlyInAnyOrder("countess", "+4930123456");
            ada.with("username", "augusta");
            assertThat(values("given_name", "email")).containsExactly("+4930123456");
            ada.with("lastName", "Augusta");
            assertThat(values("family_name", "email")).containsExactly("+4930123456");
        }
    }

    @Nested
    @DisplayName("out of claims")
    class OutOfClaims {

        private final PrivateValues values = new PrivateValues(Set.of("ada", "42"));
        private final JsonNodeFactory json = JsonNodeFactory.instance;

        private Map<String, Object> left(String name, Object value) {
            Map<String, Object> claims = new HashMap<>();
            claims.put(name, value);
            values.removeFrom(claims);
            return claims;
        }

        @Test
        void areTakenInWhateverCaseAndType() {
            assertThat(left("x", "Ada")).isEmpty();
            assertThat(left("x", " ada ")).isEmpty();
            assertThat(left("x", 42)).isEmpty();
            assertThat(left("x", json.textNode("ADA"))).isEmpty();
            assertThat(left("x", json.numberNode(42))).isEmpty();
        }

        @Test
        void isTakenNothingElse() {
            assertThat(left("x", "adam")).containsEntry("x", "adam");
            assertThat(left("x", true)).containsEntry("x", true);
            assertThat(left("x", null)).containsEntry("x", null);
            assertThat(left("ada", "x")).containsEntry("ada", "x");
        }

        @Test
        void isTakenNoFlagOrMissingValueThatReadsLikeOne() {
            Map<String, Object> claims = new HashMap<>();
            claims.put("x", true);
            claims.put("y", null);

            new PrivateValues(Set.of("true", "null")).removeFrom(claims);

            assertThat(claims).containsEntry("x", true).containsEntry("y", null);
        }

        @Test
        void areTakenOutOfListsAndObjectsAtAnyDepth() {
            assertThat(left("x", List.of("ada", "bob"))).containsEntry("x", List.of("bob"));
            assertThat(left("x", Map.of("a", "ada", "b", List.of(Map.of("c", 42, "d", 1)))))
                    .containsEntry("x", Map.of("b", List.of(Map.of("d", 1))));
            assertThat(left("x", Map.of("a", Map.of("b", Map.of("c", "ada", "d", 1)))))
                    .containsEntry("x", Map.of("a", Map.of("b", Map.of("d", 1))));
            assertThat(left("x", Map.of("ada", "1", "b", 2))).containsEntry("x", Map.of("b", 2));
            assertThat(left("x", json.arrayNode().add("ada").add("bob"))).containsEntry("x", List.of("bob"));
            assertThat(left("x", json.objectNode().put("a", "ada").put("b", 1))).containsEntry("x", Map.of("b", 1));
        }

        @Test
        void leaveAValueWithoutThemAsItIs() {
            Object untouched = json.objectNode().put("b", 1);
            List<String> list = List.of("bob");

            assertThat(left("x", untouched).get("x")).isSameAs(untouched);
            assertThat(left("x", list).get("x")).isSameAs(list);
            Map<String, Object> permissions = Map.of("groups", List.of("ada"));
            assertThat(left("x", permissions).get("x")).isSameAs(permissions);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "groups",
                    "roles",
                    "entitlements",
                    "scope",
                    "realm_access",
                    "resource_access",
                    "amr",
                    "organization"
                })
        void areNotTakenOutOfPermissions(String claim) {
            assertThat(left(claim, "ada")).containsEntry(claim, "ada");
            assertThat(left(claim, List.of("ada"))).containsEntry(claim, List.of("ada"));
            assertThat(left("x", Map.of(claim, List.of("ada"), "y", "ada")))
                    .containsEntry("x", Map.of(claim, List.of("ada")));
            assertThat(left("x", Map.of(claim, "ada"))).containsEntry("x", Map.of(claim, "ada"));
        }

        @Test
        void nothingIsTakenWhereNothingIsPrivate() {
            Map<String, Object> fixed = Map.of("x", "ada");

            new PrivateValues(Set.of()).removeFrom(fixed);

            assertThat(fixed).containsEntry("x", "ada");
        }
    }
}
