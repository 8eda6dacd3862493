package com.encvoy.keycloak.distribution;

import java.net.URI;
import java.nio.file.Path;

/**
 * The text that says how to use the server, printed once it answers.
 *
 * @param server address of the server, without a trailing slash
 * @param secrets of this trial
 * @param sentry the settings for Sentry
 * @param folder where the data and the secrets are kept
 */
record WelcomeText(URI server, Secrets secrets, String sentry, Path folder) {

    private static final String TEXT = """

            Encvoy ID for Keycloak runs on %1$s

              Sign in        %1$s/realms/%2$s/dashboard
                             user name %3$s, first password %4$s
              Administer     %1$s/admin/master/console/#/%2$s
                             user name %5$s, first password %6$s

            For Sentry:

            %7$s

            Other applications: docker/run application --help
            Data, secrets and Keycloak's log are kept in %8$s. Ctrl-C stops the server.

            """;

    @Override
    public String toString() {
        return TEXT.formatted(
                server,
                AdminApi.REALM,
                DemoUser.USERNAME,
                secrets.demoPassword(),
                Secrets.ADMIN,
                secrets.adminPassword(),
                sentry,
                folder);
    }
}
