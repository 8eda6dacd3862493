package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The client of the realm that Sentry signs in with. */
final class SentryClient {

    static final String ID = "sentry";

    private static final URI DEFAULT_ADDRESS = URI.create("http://127.0.0.1:9000");

    private static final Pattern INTERNAL_ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    /** Fields that are left out keep their value. The same addresses as in the realm file. */
    private static final String ADDRESSES = """
            {
              "clientId": "%1$s",
              "rootUrl": "%2$s",
              "baseUrl": "%2$s/",
              "redirectUris": ["%2$s/auth/sso/", "%2$s/auth/sso"],
              "webOrigins": ["%3$s"]
            }
            """;

    private static final int UPDATED = 204;

    private SentryClient() {}

    static URI addressOrDefault(URI address) {
        return Objects.requireNonNullElse(address, DEFAULT_ADDRESS);
    }

    /** @return false when the client is not there any more */
    static boolean move(AdminApi admin, URI address) throws IOException, InterruptedException {
        Matcher id = INTERNAL_ID.matcher(admin.get("/clients?clientId=" + ID).body());
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        String addresses = ADDRESSES.formatted(ID, address, origin);
        return id.find() && admin.put("/clients/" + id.group(1), addresses).statusCode() == UPDATED;
    }
}
