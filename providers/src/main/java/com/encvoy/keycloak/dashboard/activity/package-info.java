/**
 * The dashboard's pages about the state of an application: its check, what it learns about people, and what happened.
 */
package com.encvoy.keycloak.dashboard.activity;
