/** Products that sign people in here, each with requests as it sends them. */
package com.encvoy.keycloak.product;
