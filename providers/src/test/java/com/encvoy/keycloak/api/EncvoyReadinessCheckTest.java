package com.encvoy.keycloak.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.spi.HealthCheckResponseProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class EncvoyReadinessCheckTest {

    private final MemorySession session = new MemorySession(new MemoryRealm("encvoy"));
    private final KeycloakSessionFactory factory = session.model().getKeycloakSessionFactory();
    private final ApiResourceProviderFactory api = new ApiResourceProviderFactory();

    /** What a server has for it. */
    private static final class Answer extends HealthCheckResponseBuilder implements HealthCheckResponseProvider {

        private final Map<String, Object> data = new HashMap<>();
        private String name;
        private boolean up;

        @Override
        public HealthCheckResponseBuilder createResponseBuilder() {
            return new Answer();
        }

        @Override
        public HealthCheckResponseBuilder name(String text) {
            name = text;
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, String value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, long value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, boolean value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder up() {
            return status(true);
        }

        @Override
        public HealthCheckResponseBuilder down() {
            return status(false);
        }

        @Override
        public HealthCheckResponseBuilder status(boolean isUp) {
            up = isUp;
            return this;
        }

        @Override
        public HealthCheckResponse build() {
            return new HealthCheckResponse(
                    name, up ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN, Optional.of(data));
        }
    }

    @BeforeEach
    void server() {
        HealthCheckResponse.setResponseProvider(new Answer());
        when(factory.getProviderFactory(RealmResourceProvider.class, "api")).thenAnswer(call -> api);
    }

    @AfterEach
    void stop() {
        api.close();
        HealthCheckResponse.setResponseProvider(null);
    }

    private static Map<String, Object> data() {
        HealthCheckResponse response = new EncvoyReadinessCheck().call();
        assertThat(response.getName()).isEqualTo("Encvoy ID for Keycloak");
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        return response.getData().orElseThrow();
    }

    @Test
    void saysTheVersionBeforeTheServerRunsAndAfterwards() {
        assertThat(data()).isEqualTo(Map.of("version", "development"));
        api.postInit(factory);
        assertThat(data()).containsKey("root realm");
        api.close();
        assertThat(data()).isEqualTo(Map.of("version", "development"));
    }

    @Test
    void saysWhetherTheRootRealmExists() {
        EncvoyReadinessCheck.watch(factory);

        assertThat(data())
                .isEqualTo(Map.of("version", "development", "root realm", "encvoy", "root realm exists", true));
        when(session.model().realms().getRealmByName("encvoy")).thenReturn(null);
        assertThat(data()).containsEntry("root realm exists", false);
    }

    @Test
    void isUpWhereTheDatabaseCannotBeAsked() {
        EncvoyReadinessCheck.watch(factory);
        when(session.model().realms().getRealmByName("encvoy")).thenThrow(new IllegalStateException("no database"));

        assertThat(data()).isEqualTo(Map.of("version", "development", "root realm", "encvoy"));
    }
}
