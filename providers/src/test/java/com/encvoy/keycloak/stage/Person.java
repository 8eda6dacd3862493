package com.encvoy.keycloak.stage;

import java.util.stream.Stream;

import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

import static org.mockito.Mockito.when;

/** People of a realm, as mocks. */
public final class Person {

    private Person() {}

    /** An enabled account whose id, user name and verified address are made of the name; it has no password. */
    public static UserModel named(String name) {
        UserModel user = Stub.of(UserModel.class);
        SubjectCredentialManager credentials = Stub.of(SubjectCredentialManager.class);
        when(user.getId()).thenReturn(name + "-id");
        when(user.getUsername()).thenReturn(name);
        when(user.getEmail()).thenReturn(name + "@example.com");
        when(user.isEnabled()).thenReturn(true);
        when(user.isEmailVerified()).thenReturn(true);
        when(user.credentialManager()).thenReturn(credentials);
        return user;
    }

    /** Gives a password that was set at a time, in milliseconds since 1970. */
    public static void setPassword(UserModel user, String credentialId, long date) {
        PasswordCredentialModel password = PasswordCredentialModel.createFromValues("test", new byte[0], 1, "");
        password.setId(credentialId);
        password.setCreatedDate(date);
        SubjectCredentialManager credentials = user.credentialManager();
        when(credentials.getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE))
                .thenAnswer(call -> Stream.of(password));
        when(credentials.isConfiguredFor(PasswordCredentialModel.TYPE)).thenReturn(true);
    }
}
