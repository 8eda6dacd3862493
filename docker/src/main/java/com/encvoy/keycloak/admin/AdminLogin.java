package com.encvoy.keycloak.admin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The account that signs in as an administrator.
 *
 * @param realm name of the realm in which the account is, mostly {@code master}
 * @param clientId client ID: {@code admin-cli} for a person
 * @param user login name of a person, null for a client with a service account
 * @param secret password of the person or secret of the client
 */
public record AdminLogin(String realm, String clientId, String user, String secret) {

    /** A person with a password. */
    public static AdminLogin person(String realm, String user, String password) {
        return new AdminLogin(realm, "admin-cli", user, password);
    }

    /** A client with a service account. */
    public static AdminLogin client(String realm, String clientId, String secret) {
        return new AdminLogin(realm, clientId, null, secret);
    }

    /** The parameters of the token request. */
    Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", clientId);
        if (user == null) {
            form.put("grant_type", "client_credentials");
            form.put("client_secret", secret);
        } else {
            form.put("grant_type", "password");
            form.put("username", user);
            form.put("password", secret);
        }
        return form;
    }

    /** The parameters of the request for the next token. */
    Map<String, String> refreshForm(String refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", clientId);
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return form;
    }

    /** Overridden so that the secret never reaches a log: a record's default prints every component. */
    @Override
    public String toString() {
        return "AdminLogin[realm=" + realm + ", clientId=" + clientId + ", user=" + user + "]";
    }
}
