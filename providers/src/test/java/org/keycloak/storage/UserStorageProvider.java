package org.keycloak.storage;

import org.keycloak.provider.Provider;

/** Compiled against only: the server has Keycloak's own, whose JAR cannot be had from the repository. */
public interface UserStorageProvider extends Provider {}
