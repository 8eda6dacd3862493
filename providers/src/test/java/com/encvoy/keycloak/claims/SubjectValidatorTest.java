package com.encvoy.keycloak.claims;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectValidatorTest {

    private static final String NEVER =
            "The subject of a user cannot be changed, because applications identify the user by it.";
    private static final String FORM = "The subject must consist of at most 128 printable ASCII characters.";
    private static final String TAKEN = "Another user already has this subject.";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryUser ada = realm.user("ada");

    private Set<String> errors(UserModel user, String... values) {
        UserProfileAttributeValidationContext context = new UserProfileAttributeValidationContext(new AttributeContext(
                UserProfileContext.USER_API, session.model(), Map.entry("sub", List.of(values)), user, null, null));
        assertThat(new SubjectValidator().validate(List.of(values), "sub", context, ValidatorConfig.EMPTY))
                .isSameAs(context);
        return context.getErrors().stream().map(ValidationError::getMessage).collect(Collectors.toSet());
    }

    @Test
    void isFoundByTheNameThatRealmsStore() {
        assertThat(new SubjectValidator().getId()).isEqualTo("encvoy-subject");
    }

    @Test
    void aUserMayHaveASubjectOrNone() {
        assertThat(errors(ada, "42")).isEmpty();
        assertThat(errors(ada)).isEmpty();
        assertThat(errors(ada, "")).isEmpty();
        assertThat(errors(null, "42")).isEmpty();
    }

    @Test
    void aSubjectThatIsSetStays() {
        ada.with("sub", "42");

        assertThat(errors(ada, "42")).isEmpty();
        assertThat(errors(ada, "43")).containsExactly(NEVER);
        assertThat(errors(ada)).containsExactly(NEVER);
        assertThat(errors(ada, " ")).containsExactly(NEVER);
    }

    @Test
    void aBlankOneMayBeReplaced() {
        ada.with("sub", " ");

        assertThat(errors(ada, "42")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "Ада", "42\n", "\n", " "})
    void aSubjectIsWellFormed(String value) {
        assertThat(errors(ada, value)).containsExactly(FORM);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(booleans = true)
    void aSubjectIsNoOtherUsers(Boolean known) {
        realm.user("bob").with("sub", "42");
        UserModel user = known == null ? null : ada;

        assertThat(errors(user, "42")).containsExactly(TAKEN);
        assertThat(errors(user, "bob-id")).containsExactly(TAKEN);
    }
}
