/** What was brought, kept beside each thing that was brought, so that later runs bring changes only. */
package com.encvoy.keycloak.movein.state;
