package com.encvoy.keycloak.benchmark;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's browser, as cheap as possible: it follows redirects, keeps cookies and fills in the login form that it
 * gets. Cookies are kept by name only and sent over HTTP too, which is enough for one server on this machine.
 */
final class Visitor {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*?\\saction=\"([^\"]+)\"");
    private static final int STEPS = 20;

    /** Names of methods on the buttons that lead to them. */
    private static final String CODE = "encvoy-email-code-display-name";

    private static final String PASSWORD = "encvoy-password-display-name";

    private final Sender connection;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private boolean wantsCode;
    private boolean atCode;

    Visitor(Sender connection) {
        this.connection = connection;
    }

    /** Asks for a code by e-mail at the next login, and types the password all the same. */
    Visitor askingForCode() {
        wantsCode = true;
        return this;
    }

    /**
     * Opens an address and fills in the login form.
     *
     * @param redirectUri redirect URI of the application
     * @return the address the browser was sent to there
     */
    URI login(URI address, String redirectUri, String username, String password) {
        URI current = address;
        Answer page = get(current);
        for (int step = 0; step < STEPS; step++) {
            URI location = page.header("Location").map(current::resolve).orElse(null);
            if (location == null) {
                URI action = action(current, page);
                page = ask(KeepAliveConnection.request(
                        "POST", action, cookieHeader(), encoded(fields(page, username, password))));
                current = action;
            } else if (location.toString().startsWith(redirectUri)) {
                return location;
            } else {
                current = location;
                page = get(current);
            }
        }
        throw new IllegalStateException("The login does not end: " + current);
    }

    /** Opens an address and ignores the answer, unless it is an error. */
    void open(URI address) {
        Answer answer = get(address);
        if (answer.status() >= 400) {
            throw new IllegalStateException(address.getPath() + " answered " + answer.status());
        }
    }

    private static URI action(URI current, Answer page) {
        Matcher action = ACTION.matcher(page.body());
        if (page.status() != 200 || !action.find()) {
            throw new IllegalStateException("No form at " + current.getPath() + ", status " + page.status());
        }
        return current.resolve(action.group(1).replace("&amp;", "&"));
    }

    private Map<String, String> fields(Answer page, String username, String password) {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean asksForPassword = page.body().contains("name=\"password\"");
        if (wantsCode && asksForPassword) {
            wantsCode = false;
            atCode = true;
            fields.put("authenticationExecution", button(page, CODE));
            return fields;
        }
        if (atCode) {
            atCode = false;
            fields.put("authenticationExecution", button(page, PASSWORD));
            return fields;
        }
        if (page.body().contains("name=\"username\"")) {
            fields.put("username", username);
        }
        if (asksForPassword) {
            fields.put("password", password);
        }
        return fields;
    }

    private static String button(Answer page, String method) {
        Matcher button = Pattern.compile(
                        "name=\"authenticationExecution\" value=\"([^\"]+)\"[^>]*data-method=\"" + method + "\"")
                .matcher(page.body());
        if (!button.find()) {
            throw new IllegalStateException("No button for " + method);
        }
        return button.group(1);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer get(URI address) {
        return ask(KeepAliveConnection.request("GET", address, cookieHeader(), ""));
    }

    private String cookieHeader() {
        return cookies.isEmpty()
                ? ""
                : "Cookie: "
                        + cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; "))
                        + "\r\n";
    }

    private Answer ask(byte[] request) {
        Answer answer = connection.ask(request);
        answer.headers("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0") || cookie.contains("expires=Thu, 01 Jan 1970")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        });
        return answer;
    }
}
