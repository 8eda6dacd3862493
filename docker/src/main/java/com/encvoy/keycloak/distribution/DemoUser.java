package com.encvoy.keycloak.distribution;

import java.io.IOException;

/** Somebody to sign in with. Exists in this trial only, the realm file ships without users. */
final class DemoUser {

    static final String USERNAME = "demo";

    private static final String ACCOUNT = """
            {
              "username": "%s",
              "email": "demo@example.com",
              "emailVerified": true,
              "firstName": "Demo",
              "lastName": "User",
              "enabled": true,
              "credentials": [{"type": "password", "value": "%s", "temporary": false}]
            }
            """;

    private DemoUser() {}

    /**
     * Leaves the account alone where it exists.
     *
     * @return false when Keycloak refuses, such as after the rules for passwords were changed
     */
    static boolean create(AdminApi admin, String password) throws IOException, InterruptedException {
        int status = admin.post("/users", ACCOUNT.formatted(USERNAME, password)).statusCode();
        return status == AdminApi.CREATED || status == AdminApi.EXISTS;
    }
}
