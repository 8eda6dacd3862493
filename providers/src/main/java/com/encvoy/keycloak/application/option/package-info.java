/** Options and settings of one value: how they are read, and the log line that names one whose value is not allowed. */
package com.encvoy.keycloak.application.option;
