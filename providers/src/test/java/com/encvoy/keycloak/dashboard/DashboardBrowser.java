package com.encvoy.keycloak.dashboard;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.htmlunit.html.HtmlForm;
import org.htmlunit.util.NameValuePair;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

/** A person at the dashboard of a realm, in a browser without JavaScript. */
public final class DashboardBrowser implements AutoCloseable {

    private final TestServer server;
    private final String realm;
    private final Browser browser;

    /** Signs in and opens a page. */
    public DashboardBrowser(TestServer server, TestRealm realm, String username, String page) {
        this.server = server;
        this.realm = realm.name();
        this.browser =
                new Browser(server.url()).reading("en").open(address(page)).signIn(username, TestRealm.PASSWORD);
    }

    /** @param page below the dashboard, such as {@code applications} */
    public URI address(String page) {
        return server.at("/realms/" + realm + "/dashboard/" + page);
    }

    public DashboardBrowser open(String page) {
        browser.open(address(page));
        return this;
    }

    /** Sends the form of the page, as it is but for these fields. */
    public DashboardBrowser send(Map<String, String> changed) {
        HtmlForm form = browser.html().getFirstByXPath("//main//form[@method='post']");
        List<NameValuePair> fields = new ArrayList<>(form.getParameterListForSubmit(null));
        fields.removeIf(field -> changed.containsKey(field.getName()));
        changed.forEach((name, value) -> fields.add(new NameValuePair(name, value)));
        StringBuilder body = new StringBuilder();
        fields.forEach(field -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(field.getName(), StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)));
        browser.post(browser.address().resolve(form.getActionAttribute()), body.toString());
        return this;
    }

    /** Sends a form that comes from elsewhere. */
    public DashboardBrowser forge(String page, String body) {
        browser.post(address(page), "state_checker=forged&" + body);
        return this;
    }

    public Browser browser() {
        return browser;
    }

    public int status() {
        return browser.status();
    }

    public String text() {
        return browser.text();
    }

    /** The sentence at a field. */
    public String error(String field) {
        return browser.html().getElementById(field + "-error").asNormalizedText();
    }

    @Override
    public void close() {
        browser.close();
    }
}
