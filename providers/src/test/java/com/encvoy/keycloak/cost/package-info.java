/** What requests cost the stores of the server, in the shipped realm and in one without the pack. */
package com.encvoy.keycloak.cost;
