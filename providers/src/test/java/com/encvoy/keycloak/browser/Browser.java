package com.encvoy.keycloak.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.FalsifyingWebConnection;

/**
 * One browser without JavaScript, with its own cookies. Pages of applications, that is of every other host than the server's,
 * are not fetched: they answer with an empty page, so that a test can look at the address the server sent the browser to.
 */
public final class Browser implements AutoCloseable {

    private final WebClient client = new WebClient();
    private Page page;

    public Browser(URI server) {
        client.getOptions().setJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.setWebConnection(new FalsifyingWebConnection(client.getWebConnection()) {
            @Override
            public WebResponse getResponse(WebRequest request) throws IOException {
                boolean ours = request.getUrl().getAuthority().equals(server.getAuthority());
                return ours ? super.getResponse(request)
                        : createWebResponse(request, "<html lang=en><title>Application</title></html>", "text/html");
            }
        });
    }

    /** Follows a link or an address and all redirects after it. */
    public Browser open(URI address) {
        return open(new WebRequest(url(address)));
    }

    /** Sends a form from a page of an application. */
    public Browser post(URI address, String body) {
        WebRequest request = new WebRequest(url(address), HttpMethod.POST);
        request.setAdditionalHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setRequestBody(body);
        return open(request);
    }

    private Browser open(WebRequest request) {
        try {
            page = client.getPage(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Fills in user name and password on the login page and sends it. */
    public Browser signIn(String username, String password) {
        return type("username", username).type("password", password).click("kc-login");
    }

    public Browser type(String field, String value) {
        ((HtmlInput) html().getElementByName(field)).setValue(value);
        return this;
    }

    public Browser click(String id) {
        try {
            page = ((HtmlElement) html().getElementById(id)).click();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The address bar. */
    public URI address() {
        return URI.create(page.getUrl().toString());
    }

    public int status() {
        return page.getWebResponse().getStatusCode();
    }

    public HtmlPage html() {
        return (HtmlPage) page;
    }

    /** Which of Keycloak's pages is shown, such as {@code login-login}; empty on other pages. */
    public String pageId() {
        return html().getBody() == null ? "" : html().getBody().getAttribute("data-page-id");
    }

    private static java.net.URL url(URI address) {
        try {
            return address.toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
