package com.encvoy.keycloak.application.editing;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * The state of an application or a realm as a short text, for {@code ETag} and {@code If-Match}: it changes with
 * whatever an editor can change.
 */
public final class ApplicationVersion {

    private static final int LENGTH = 22;

    private ApplicationVersion() {}

    public static String of(ClientModel client) {
        return hash(
                ApplicationProfile.of(client),
                client.isConsentRequired(),
                StoredSettings.of(client).values());
    }

    public static String of(RealmModel realm) {
        return hash(StoredSettings.of(realm).values());
    }

    private static String hash(Object... parts) {
        return HashUtils.sha256UrlEncodedHash(List.of(parts).toString(), StandardCharsets.UTF_8)
                .substring(0, LENGTH);
    }
}
