/** What requests to the REST API share: who calls, with which parameters and body, and how errors are answered. */
package com.encvoy.keycloak.api.request;
