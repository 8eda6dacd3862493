package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An account to sign in with. Exists only in this trial: the realm file ships without users. */
final class DemoUser {

    static final String USERNAME = "demo";

    private DemoUser() {}

    /**
     * Leaves an existing account alone.
     *
     * @return false if Keycloak refuses, such as after a change of the password policy
     */
    static boolean create(AdminApi admin, String password) throws IOException, InterruptedException {
        int status = admin.post(
                        "/users",
                        Map.of(
                                "username",
                                USERNAME,
                                "email",
                                "demo@example.com",
                                "emailVerified",
                                true,
                                "firstName",
                                "Demo",
                                "lastName",
                                "User",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .statusCode();
        return status == AdminApi.CREATED || status == AdminApi.EXISTS;
    }
}
