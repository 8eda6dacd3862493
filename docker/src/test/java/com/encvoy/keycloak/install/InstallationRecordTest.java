package com.encvoy.keycloak.install;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.command.UserError;
import com.encvoy.keycloak.install.thing.Canonical;
import com.encvoy.keycloak.install.thing.Part;
import com.encvoy.keycloak.install.thing.RealmState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstallationRecordTest {

    private final FakeRealm realm;

    InstallationRecordTest() throws Exception {
        realm = new FakeRealm();
        realm.accepting("PUT", "");
    }

    @AfterEach
    void close() {
        realm.close();
    }

    private static String attribute(String request) throws Exception {
        JsonNode body = Canonical.JSON.readTree(request.substring(request.indexOf('{')));
        assertThat(body.path("attributes").path("acme").asText())
                .as("attributes of others are sent back")
                .isEqualTo("1");
        return body.path("attributes").path(InstallationRecord.ATTRIBUTE).asText();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        realm.with("", "{'attributes':{'acme':'1'}}");
        InstallationRecord record = InstallationRecord.of(realm.state());
        assertThat(record.exists()).isFalse();
        Entry made = new Entry("h1", "f1", MissingNode.getInstance(), " 2", false, true);
        Entry changed = new Entry("h2", "h2", TextNode.valueOf("acme"), "", false, false);
        record.put("flow:a", made);
        record.put("realm:loginTheme", changed);
        record.parts().add(Part.LOOK);
        record.links().add("client default-client-scopes encvoy");
        record.profile("{ }");
        record.file("hash");
        record.save("1.2.3");

        String written = attribute(realm.written().get(0));
        try (FakeRealm other = new FakeRealm()) {
            other.with(
                    "",
                    Canonical.JSON
                            .createObjectNode()
                            .set(
                                    "attributes",
                                    Canonical.JSON.createObjectNode().put(InstallationRecord.ATTRIBUTE, written))
                            .toString());
            InstallationRecord read = InstallationRecord.of(other.state());

            assertThat(read.ids()).containsExactly("flow:a", "realm:loginTheme");
            assertThat(read.entry("flow:a")).isEqualTo(made);
            assertThat(read.entry("realm:loginTheme")).isEqualTo(changed);
            assertThat(read.parts()).containsExactly(Part.LOOK);
            assertThat(read.links()).hasSize(1);
            assertThat(read.profile()).isEqualTo("{ }");
            assertThat(read.file()).isEqualTo("hash");
            assertThat(read.isPending()).isTrue();
        }
    }

    @Test
    void aRecordThatCannotBeReadStopsTheCommand() {
        realm.with("", "{'attributes':{'encvoy.installation':'no json'}}");
        RealmState state = realm.state();

        assertThatThrownBy(() -> InstallationRecord.of(state))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("encvoy.installation");
    }

    @Test
    void aRecordThatIsTooLongIsNotWritten() {
        realm.with("", "{'attributes':{}}");
        InstallationRecord record = InstallationRecord.of(realm.state());
        record.file("hash");
        record.profile("x".repeat(300_000));

        assertThatThrownBy(() -> record.save("1")).isInstanceOf(UserError.class);
        assertThat(realm.written()).isEmpty();
    }
}
