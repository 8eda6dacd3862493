/** The dashboard's pages about how an application fares: its check, what it learns of people, and what happened. */
package com.encvoy.keycloak.dashboard.activity;
