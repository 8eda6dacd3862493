/** The issuer of each Encvoy address, wherever an application sees one. */
package com.encvoy.keycloak.oidc.issuer;
