package com.encvoy.keycloak.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

class SentryBlockTest {

    @Test
    void canBeCopiedAsItIs() {
        assertThat(new SentryBlock(URI.create("http://localhost:8081"), "the-secret")).hasToString("""
                # ----- begin of sentry.conf.py -----
                OIDC_CLIENT_ID = "sentry"
                OIDC_CLIENT_SECRET = "the-secret"
                OIDC_SCOPE = "openid email profile"
                OIDC_DOMAIN = "http://localhost:8081/api/oidc"
                OIDC_ISSUER = "Encvoy ID"
                # ----- end of sentry.conf.py -----

                # ----- begin of enhance-image.sh -----
                #!/bin/bash
                set -euo pipefail
                apt-get update
                pip install sentry-auth-oidc
                # ----- end of enhance-image.sh -----
                """);
    }
}
