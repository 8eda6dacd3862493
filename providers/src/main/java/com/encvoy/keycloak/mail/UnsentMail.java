package com.encvoy.keycloak.mail;

import java.util.Map;

import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;

/** Keycloak's mails, rendered but not sent. */
final class UnsentMail extends FreeMarkerEmailTemplateProvider {

    UnsentMail(KeycloakSession session) {
        super(session);
    }

    @Override
    protected void send(Map<String, String> config, String subject, String textBody, String htmlBody) {
        // There is no recipient.
    }

    @Override
    protected void send(Map<String, String> config, String subject, String textBody, String htmlBody, String address) {
        // There is no recipient.
    }
}
