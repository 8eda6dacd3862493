package com.encvoy.keycloak.account.credentials;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class DirectoryTest {

    private final RealmModel realm = Stub.of(RealmModel.class);
    private final UserModel user = Stub.of(UserModel.class);

    private void ldap(String mode) {
        ComponentModel component = new ComponentModel();
        component.put("editMode", mode);
        when(realm.getComponent("ldap")).thenReturn(component);
    }

    @ParameterizedTest
    @CsvSource({"READ_ONLY,true", "WRITABLE,false", "UNSYNCED,false"})
    void theModeOfTheDirectoryDecides(String mode, boolean readOnly) {
        ldap(mode);
        when(user.getId()).thenReturn("5f7a");
        when(user.getFederationLink()).thenReturn("ldap");

        assertThat(Directory.of(realm, user).isReadOnly()).isEqualTo(readOnly);
    }

    @Test
    void anAccountThatIsNotImportedNamesItsDirectoryInItsId() {
        ldap("READ_ONLY");
        when(user.getId()).thenReturn("f:ldap:ada");

        assertThat(Directory.of(realm, user).isReadOnly()).isTrue();
    }

    @Test
    void anAccountOfKeycloakHasNone() {
        when(user.getId()).thenReturn("5f7a");

        assertThat(Directory.of(realm, user).isReadOnly()).isFalse();
    }
}
