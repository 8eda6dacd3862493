/** What the pages for people about their own account share. */
package com.encvoy.keycloak.dashboard.account;
