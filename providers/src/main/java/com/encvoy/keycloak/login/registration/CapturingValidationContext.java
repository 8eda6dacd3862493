package com.encvoy.keycloak.login.registration;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

import org.keycloak.authentication.ValidationContext;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Lets Keycloak validate a registration and captures the messages instead of displaying them. */
final class CapturingValidationContext implements ValidationContext {

    private final ValidationContext context;
    private final List<FormMessage> messages = new ArrayList<>();
    private MultivaluedMap<String, String> form;
    private String error;

    CapturingValidationContext(ValidationContext context) {
        this.context = context;
    }

    /** The messages Keycloak would have displayed. */
    List<FormMessage> messages() {
        return messages;
    }

    /** Displays these messages instead. */
    void show(List<FormMessage> shown) {
        context.error(error == null ? Errors.INVALID_REGISTRATION : error);
        context.validationError(form == null ? context.getHttpRequest().getDecodedFormParameters() : form, shown);
    }

    @Override
    public void validationError(MultivaluedMap<String, String> formData, List<FormMessage> errors) {
        form = formData;
        messages.addAll(errors);
    }

    @Override
    public void error(String code) {
        error = code;
    }

    @Override
    public void success() {
        // Success is the absence of messages.
    }

    @Override
    public void excludeOtherErrors() {
        context.excludeOtherErrors();
    }

    @Override
    public EventBuilder getEvent() {
        return context.getEvent();
    }

    @Override
    public EventBuilder newEvent() {
        return context.newEvent();
    }

    @Override
    public AuthenticationExecutionModel getExecution() {
        return context.getExecution();
    }

    @Override
    public UserModel getUser() {
        return context.getUser();
    }

    @Override
    public void setUser(UserModel user) {
        context.setUser(user);
    }

    @Override
    public RealmModel getRealm() {
        return context.getRealm();
    }

    @Override
    public AuthenticationSessionModel getAuthenticationSession() {
        return context.getAuthenticationSession();
    }

    @Override
    public ClientConnection getConnection() {
        return context.getConnection();
    }

    @Override
    public UriInfo getUriInfo() {
        return context.getUriInfo();
    }

    @Override
    public KeycloakSession getSession() {
        return context.getSession();
    }

    @Override
    public HttpRequest getHttpRequest() {
        return context.getHttpRequest();
    }

    @Override
    public AuthenticatorConfigModel getAuthenticatorConfig() {
        return context.getAuthenticatorConfig();
    }
}
