package com.encvoy.keycloak.account.credentials;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class CredentialNameTest {

    private final SubjectCredentialManager credentials = Stub.of(SubjectCredentialManager.class);
    private final UserModel user = Stub.of(UserModel.class);

    @BeforeEach
    void twoPhones() {
        when(user.credentialManager()).thenReturn(credentials);
        when(credentials.getStoredCredentialById("one")).thenReturn(credential("one", "My phone"));
        when(credentials.getStoredCredentialsStream())
                .thenAnswer(call -> Stream.of(credential("one", "My phone"), credential("two", "Old phone")));
    }

    private static CredentialModel credential(String id, String label) {
        CredentialModel credential = new CredentialModel();
        credential.setId(id);
        credential.setUserLabel(label);
        return credential;
    }

    @Test
    void spacesAroundANameAreDropped() {
        assertThat(new CredentialName(user, "one").change("  Phone of Ada ")).isEmpty();
        verify(credentials).updateCredentialLabel("one", "Phone of Ada");
    }

    @Test
    void theSameNameChangesNothing() {
        assertThat(new CredentialName(user, "one").change("My phone")).isEmpty();
        verify(credentials, never()).updateCredentialLabel(anyString(), anyString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'  '|name_blank", "Old phone|name_taken", "a\u202Eb|name_characters", "a\u0007b|name_characters"})
    void whatCannotBeANameIsRefused(String typed, String refusal) {
        assertThat(new CredentialName(user, "one").change(typed)).contains(refusal);
        verify(credentials, never()).updateCredentialLabel(anyString(), anyString());
    }

    @Test
    void charactersAreCountedNotTheirHalves() {
        String longest = "\uD83D\uDD11".repeat(CredentialName.MAX_LENGTH);

        assertThat(new CredentialName(user, "one").change(longest)).isEmpty();
        assertThat(new CredentialName(user, "one").change(longest + "x")).contains("name_too_long");
    }

    @Test
    void whatKeycloakFindsTakenIsTaken() {
        doThrow(new ModelDuplicateException("taken")).when(credentials).updateCredentialLabel("one", "New");

        assertThat(new CredentialName(user, "one").change("New")).contains("name_taken");
    }
}
