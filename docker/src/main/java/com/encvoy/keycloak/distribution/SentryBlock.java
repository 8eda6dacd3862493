package com.encvoy.keycloak.distribution;

import java.net.URI;

/**
 * What Sentry needs in its folder {@code sentry}, to be copied as it is.
 *
 * @param server address of the server, without a trailing slash
 * @param clientSecret secret of the client {@code sentry}
 */
record SentryBlock(URI server, String clientSecret) {

    private static final String TEXT = """
            # ----- begin of sentry.conf.py -----
            OIDC_CLIENT_ID = "%s"
            OIDC_CLIENT_SECRET = "%s"
            OIDC_SCOPE = "openid email profile"
            OIDC_DOMAIN = "%s/api/oidc"
            OIDC_ISSUER = "Encvoy ID"
            # ----- end of sentry.conf.py -----

            # ----- begin of enhance-image.sh -----
            #!/bin/bash
            set -euo pipefail
            apt-get update
            pip install sentry-auth-oidc
            # ----- end of enhance-image.sh -----
            """;

    @Override
    public String toString() {
        return TEXT.formatted(SentryClient.ID, clientSecret, server);
    }
}
