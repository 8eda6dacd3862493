package com.encvoy.keycloak.movein.source;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EncvoySchemaTest {

    private final List<JsonNode> columns = new ArrayList<>();

    private EncvoySchemaTest has(String table, String... names) {
        for (String name : names) {
            columns.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("table_name", table)
                    .put("column_name", name));
        }
        return this;
    }

    private EncvoySchemaTest hasWhatIsNeeded() {
        return has("User", "id", "login", "email", "hashed_password")
                .has("Client", "client_id", "client_secret", "redirect_uris", "created_at", "parent_id");
    }

    @Test
    void tablesThatAreMissingAreTold() {
        hasWhatIsNeeded().has("ExternalAccount", "id");

        assertThat(EncvoySchema.of(columns).missing())
                .contains("The database has no table \"Role\", so these are not brought: owners and members of"
                        + " applications.")
                .noneMatch(sentence -> sentence.contains("ExternalAccount"));
    }

    @Test
    void anotherDatabaseIsRefusedInOneSentence() {
        has("User", "id", "name");

        assertThatThrownBy(() -> EncvoySchema.of(columns))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("This is not a database of Encvoy ID 1.0");
    }

    @Test
    void aNewerVersionIsNamed() {
        hasWhatIsNeeded().has("UserProfileValue", "id");

        assertThatThrownBy(() -> EncvoySchema.of(columns))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("Encvoy ID 1.2 or newer");
    }
}
