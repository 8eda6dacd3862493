/** What the dashboard's pages of one application share: who may open them, their heading and their tabs. */
package com.encvoy.keycloak.dashboard.application;
