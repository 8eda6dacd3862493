/** The check of a set-up: does without a person what Sentry will do, and says of each step what to do about it. */
package com.encvoy.keycloak.check;
