package com.encvoy.keycloak.server.directory;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.storage.adapter.AbstractInMemoryUserAdapter;

/** Refuses every change once it is complete. */
final class DirectoryUser extends AbstractInMemoryUserAdapter {

    DirectoryUser(KeycloakSession session, RealmModel realm, String id) {
        super(session, realm, id);
    }

    DirectoryUser named(String username, String email, boolean verified) {
        setUsername(username);
        setEmail(email);
        setFirstName("Dora");
        setLastName("Directory");
        setEmailVerified(verified);
        setEnabled(true);
        addDefaults();
        setReadonly(true);
        return this;
    }

    @Override
    public SubjectCredentialManager credentialManager() {
        return session.users().getUserCredentialManager(this);
    }
}
