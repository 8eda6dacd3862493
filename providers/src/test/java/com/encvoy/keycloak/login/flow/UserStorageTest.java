package com.encvoy.keycloak.login.flow;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;
import org.mockito.InOrder;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class UserStorageTest {

    private final UserModel user = Stub.of(UserModel.class);

    @BeforeEach
    void haveValues() {
        when(user.getAttributeStream("nickname")).thenAnswer(call -> Stream.of("Countess"));
        when(user.getId()).thenReturn("f:ldap:ada");
    }

    @Test
    void aUserOfKeycloaksOwnIsNotTriedOut() {
        when(user.getId()).thenReturn("ada-id");

        assertThat(UserStorage.acceptsAttribute(user, "nickname")).isTrue();
        assertThat(UserStorage.acceptsVerifiedEmail(user)).isTrue();
        verify(user, never()).setAttribute(any(), any());
        verify(user, never()).setEmailVerified(anyBoolean());
    }

    @Test
    void aUserOfADirectoryKeepsItsValuesWhenItIsTriedOut() {
        assertThat(UserStorage.acceptsAttribute(user, "nickname")).isTrue();
        assertThat(UserStorage.acceptsVerifiedEmail(user)).isTrue();

        InOrder calls = inOrder(user);
        calls.verify(user).setAttribute("nickname", List.of("-"));
        calls.verify(user).setAttribute("nickname", List.of("Countess"));
        calls.verify(user).setEmailVerified(true);
        calls.verify(user).setEmailVerified(false);
    }

    @Test
    void anImportedUserMayBeReadOnlyToo() {
        when(user.getId()).thenReturn("ada-id");
        when(user.getFederationLink()).thenReturn("ldap");
        doThrow(new ModelException("not writable")).when(user).setAttribute(any(), any());

        assertThat(UserStorage.acceptsAttribute(user, "nickname")).isFalse();
    }

    @Test
    void aReadOnlyUserIsRecognised() {
        doThrow(new ReadOnlyException("read-only")).when(user).setAttribute(any(), any());
        doThrow(new ReadOnlyException("read-only")).when(user).setEmailVerified(anyBoolean());

        assertThat(UserStorage.acceptsAttribute(user, "nickname")).isFalse();
        assertThat(UserStorage.acceptsVerifiedEmail(user)).isFalse();
    }

    @Test
    void otherFailuresAreNotHidden() {
        assertThatThrownBy(() -> UserStorage.write(user, person -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
