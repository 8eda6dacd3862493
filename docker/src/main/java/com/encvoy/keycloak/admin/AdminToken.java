package com.encvoy.keycloak.admin;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** The access token of a command. It is renewed before it expires; if that fails, the command signs in again. */
final class AdminToken {

    /** A token that ends sooner is not used any more. */
    private static final long MARGIN_SECONDS = 15;

    private static final long DEFAULT_SECONDS = 60;

    private final AdminTransport transport;
    private final AdminLogin login;

    private String access;
    private String refresh;
    private long deadline;

    AdminToken(AdminTransport transport, AdminLogin login) {
        this.transport = transport;
        this.login = login;
    }

    /** @throws AdminException if the server refuses the account */
    synchronized String value() {
        if (access == null || System.nanoTime() - deadline >= 0) {
            obtain();
        }
        return access;
    }

    /** The server refused this token: a session may have been ended. */
    synchronized void discard(String refused) {
        if (refused.equals(access)) {
            access = null;
            refresh = null;
        }
    }

    private void obtain() {
        AdminAnswer answer = refresh == null ? request(login.form()) : request(login.refreshForm(refresh));
        if (!answer.isSuccess() && refresh != null) {
            answer = request(login.form());
        }
        access = text(answer, "access_token");
        refresh = text(answer, "refresh_token");
        if (access == null) {
            throw AdminException.refused(
                    AdminAnswer.UNAUTHORIZED,
                    "The server refused " + (login.user() == null ? "the client " + login.clientId() : login.user())
                            + " in the realm " + login.realm() + " (status " + answer.status() + ", " + answer.reason()
                            + "): check the secret, and that the account exists and has no second factor.");
        }
        long seconds = answer.body().path("expires_in").asLong(DEFAULT_SECONDS);
        deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(0, seconds - MARGIN_SECONDS));
    }

    private AdminAnswer request(Map<String, String> form) {
        HttpRequest request = transport
                .request("/realms/" + AdminRealm.encoded(login.realm()) + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        return transport.send(request);
    }

    private static String text(AdminAnswer answer, String member) {
        JsonNode value = answer.body().path(member);
        return answer.isSuccess() && value.isTextual() ? value.textValue() : null;
    }
}
