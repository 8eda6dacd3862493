package com.encvoy.keycloak.login;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

/** Browsers of people at the application {@code wiki} of a realm. */
public final class LoginBrowser {

    public static final String WIKI = "https://wiki.example.com/login";
    public static final String CODE_METHOD = "Code by email";

    private final TestServer server;
    private final TestRealm realm;

    public LoginBrowser(TestServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        realm.application("wiki", "secret-of-the-wiki-for-tests", WIKI);
    }

    /** A fresh browser at the first page of the login. */
    public Browser atLogin() {
        return open(new Browser(server.url()).reading("en"), "");
    }

    /** A browser at the page that asks for the code that was mailed. */
    public Browser atCode(String identifier) {
        return atLogin().identify(identifier).otherMethod(CODE_METHOD);
    }

    /** Sends a browser to the application, which asks for a login. */
    public Browser open(Browser browser, String more) {
        return browser.open(realm.authorization("wiki", WIKI, more));
    }

    /** Whether the application has received a code. */
    public static boolean isSignedIn(Browser browser) {
        return browser.address().toString().startsWith(WIKI + "?")
                && browser.address().getQuery().contains("code=");
    }
}
