package com.encvoy.keycloak.account.credentials;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.utils.CredentialHelper;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsTest {

    /** Differs in both kinds of base64. */
    private static final byte[] KEY = {(byte) 0xfb, (byte) 0xff, (byte) 0xfe, 1};

    private static CredentialRepresentation credential(String id, String data, long created) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setId(id);
        credential.setCredentialData(data);
        credential.setCreatedDate(created);
        return credential;
    }

    private static LastUses uses(long time, String detail, String value) {
        Event event = new Event();
        event.setType(EventType.LOGIN);
        event.setTime(time);
        event.setDetails(Map.of(detail, value));
        return LastUses.of(Stream.of(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webauthn", "webauthn-passwordless"})
    void aKeyIsFoundInTheEventByItsOwnId(String type) {
        String data = "{\"credentialId\":\"" + Base64.getEncoder().encodeToString(KEY) + "\",\"counter\":1}";
        LastUses uses = uses(
                2_000,
                "public_key_credential_id",
                Base64.getUrlEncoder().withoutPadding().encodeToString(KEY));

        OwnCredential own = Credentials.own(type, credential("one", data, 1_000), uses);

        assertThat(own.lastUsed()).contains(Instant.ofEpochMilli(2_000));
        assertThat(own.since()).contains(Instant.ofEpochMilli(1_000));
        assertThat(own.nameable()).isTrue();
        assertThat(Credentials.own(type, credential("two", "{\"counter\":1}", 1), uses)
                        .lastUsed())
                .isEmpty();
        assertThat(Credentials.own(type, credential("two", "not JSON", 1), uses).lastUsed())
                .isEmpty();
    }

    @Test
    void anAppIsFoundByKeycloaksId() {
        LastUses uses = uses(2_000, "selected_credential_id", "phone");

        assertThat(Credentials.own("otp", credential("phone", null, 1), uses).lastUsed())
                .isPresent();
        assertThat(Credentials.own("otp", credential("other", null, 1), uses).lastUsed())
                .isEmpty();
    }

    @Test
    void theUseOfAnEarlierPasswordIsNotThatOfThisOne() {
        LastUses uses = uses(2_000, "used_credential_types", "password");

        assertThat(Credentials.own("password", credential("new", null, 3_000), uses)
                        .lastUsed())
                .isEmpty();
        OwnCredential own = Credentials.own("password", credential("old", null, 1_000), uses);
        assertThat(own.lastUsed()).isPresent();
        assertThat(own.nameable()).isFalse();
    }

    @Test
    void recoveryCodesThatAreLeftAreCounted() {
        OwnCredential own = Credentials.own(
                "recovery-authn-codes",
                credential("codes", "{\"algorithm\":\"RS512\",\"remaining\":3,\"total\":12}", 1),
                LastUses.of(Stream.empty()));

        assertThat(own.codesLeft()).contains(3);
        assertThat(own.nameable()).isFalse();
    }

    @Test
    void whatADirectoryKeepsIsKeptElsewhere() {
        OwnCredential own = Credentials.own(
                "otp", CredentialHelper.createUserStorageCredentialRepresentation("otp"), LastUses.of(Stream.empty()));

        assertThat(own.elsewhere()).isTrue();
        assertThat(own.nameable()).isFalse();
        assertThat(own.since()).isEmpty();
    }
}
