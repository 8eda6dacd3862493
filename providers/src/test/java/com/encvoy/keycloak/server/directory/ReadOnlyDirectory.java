package com.encvoy.keycloak.server.directory;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.UserLookupProvider;

/** People whose names begin with {@code dir-}. The option {@code verified} says whether their addresses are. */
final class ReadOnlyDirectory implements UserStorageProvider, UserLookupProvider, CredentialInputValidator {

    private static final String PREFIX = "dir-";
    private static final String HOST = "@example.com";
    private static final String PASSWORD = "correct horse battery staple";

    private final KeycloakSession session;
    private final ComponentModel model;

    ReadOnlyDirectory(KeycloakSession session, ComponentModel model) {
        this.session = session;
        this.model = model;
    }

    @Override
    public UserModel getUserById(RealmModel realm, String id) {
        return getUserByUsername(realm, StorageId.externalId(id));
    }

    @Override
    public UserModel getUserByUsername(RealmModel realm, String username) {
        return username.startsWith(PREFIX)
                ? new DirectoryUser(session, realm, new StorageId(model.getId(), username).getId())
                        .named(username, username + HOST, model.get("verified", true))
                : null;
    }

    @Override
    public UserModel getUserByEmail(RealmModel realm, String email) {
        return email.endsWith(HOST) ? getUserByUsername(realm, email.replace(HOST, "")) : null;
    }

    @Override
    public boolean supportsCredentialType(String type) {
        return PasswordCredentialModel.TYPE.equals(type);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String type) {
        return supportsCredentialType(type);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        return supportsCredentialType(input.getType()) && PASSWORD.equals(input.getChallengeResponse());
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
