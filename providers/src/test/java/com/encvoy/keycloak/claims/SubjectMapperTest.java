package com.encvoy.keycloak.claims;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

import com.encvoy.keycloak.memory.MemoryLogin;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectMapperTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryUser ada = realm.user("ada").with("encvoy_sub", "42").with("old_id", "43");
    private final MemoryLogin login = MemoryLogin.of(ada, realm.client("sentry"));
    private final SubjectMapper mapper = new SubjectMapper();

    private static <T extends IDToken> T token(T token) {
        token.setSubject("ada-id");
        return token;
    }

    private String subject(Map<String, String> config) {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setConfig(config);
        return mapper.transformIDToken(
                        token(new IDToken()), model, session.model(), login.userSession(), login.context())
                .getSubject();
    }

    @ParameterizedTest
    @CsvSource({"encvoy_sub, 42", "' old_id ', 43", "' ', 42", "other, ada-id"})
    void isTheValueOfTheAttribute(String attribute, String expected) {
        assertThat(subject(Map.of("attribute", attribute))).isEqualTo(expected);
    }

    @Test
    void isThatOfTheDefaultWithoutSettings() {
        assertThat(subject(null)).isEqualTo("42");
        assertThat(subject(Map.of())).isEqualTo("42");
    }

    @Test
    void isTheSameInUserinfoAndIntrospection() {
        ProtocolMapperModel model = new ProtocolMapperModel();

        assertThat(mapper.transformUserInfoToken(
                                token(new AccessToken()), model, session.model(), login.userSession(), login.context())
                        .getSubject())
                .isEqualTo("42");
        assertThat(mapper.transformIntrospectionToken(
                                token(new AccessToken()), model, session.model(), login.userSession(), login.context())
                        .getSubject())
                .isEqualTo("42");
    }

    @Test
    void runsBetweenKeycloaksMapperOfItAndThatOfTheClaims() {
        assertThat(mapper.getPriority()).isGreaterThan(50).isLessThan(new ClaimsMapper().getPriority());
    }
}
