package com.encvoy.keycloak.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.http.Cookie;
import org.htmlunit.util.FalsifyingWebConnection;

import com.encvoy.keycloak.server.TestCertificate;

/**
 * One browser without JavaScript, with its own cookies. Pages of applications, that is of every other host than the
 * server's, are not fetched: they answer with an empty page, so that a test can look at the address the server sent the
 * browser to.
 */
public final class Browser implements AutoCloseable {

    private final WebClient client = new WebClient();
    private Page page;

    public Browser(URI server) {
        if (server.getScheme().equals("https")) {
            client.getOptions().setSSLTrustStore(TestCertificate.storeUrl(), TestCertificate.PASSWORD, "PKCS12");
        }
        client.getOptions().setJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.setWebConnection(new FalsifyingWebConnection(client.getWebConnection()) {
            @Override
            public WebResponse getResponse(WebRequest request) throws IOException {
                boolean ours = request.getUrl().getAuthority().equals(server.getAuthority());
                return ours
                        ? super.getResponse(request)
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

    /** Becomes a person, as an administrator may. */
    public Browser impersonate(URI person, String administratorsToken) {
        WebRequest request = new WebRequest(url(URI.create(person + "/impersonation")), HttpMethod.POST);
        request.setAdditionalHeader("Authorization", "Bearer " + administratorsToken);
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

    /** Fills in user name and password on the two pages of the login and sends them. */
    public Browser signIn(String username, String password) {
        return identify(username).type("password", password).click("kc-login");
    }

    /** Fills in the first page of the login and sends it. */
    public Browser identify(String identifier) {
        return type("username", identifier).click("kc-login");
    }

    /** Whether the page asks for the identifier, as it does without a session. */
    public boolean asksWhoItIs() {
        return pageId().equals("login-login-username");
    }

    /** Picks another method by its name in the list: by its own button, or in the list. */
    public Browser otherMethod(String name) {
        String method = name.startsWith("Code") ? "encvoy-email-code-display-name" : "encvoy-password-display-name";
        HtmlButton direct = html().getFirstByXPath("//button[@data-method='" + method + "']");
        if (direct != null) {
            return submit(direct.getEnclosingForm(), Map.of("authenticationExecution", direct.getValueAttribute()));
        }
        submit((HtmlForm) html().getElementById("kc-select-try-another-way-form"), Map.of("tryAnotherWay", "on"));
        HtmlElement entry = html().getByXPath("//li[.//span[normalize-space()='" + name + "']]").stream()
                .map(HtmlElement.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no method " + name + ": " + text()));
        HtmlForm form = (HtmlForm) entry.getElementsByTagName("form").get(0);
        String execution =
                form.getButtonsByName("authenticationExecution").get(0).getValueAttribute();
        return submit(form, Map.of("authenticationExecution", execution));
    }

    /** Sends a form with just these fields. */
    public Browser submit(String formId, Map<String, String> fields) {
        return submit((HtmlForm) html().getElementById(formId), fields);
    }

    public Browser submit(HtmlForm form, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        try {
            return post(
                    ((HtmlPage) page)
                            .getFullyQualifiedUrl(form.getActionAttribute())
                            .toURI(),
                    body);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Opens the current address once more, like the browser's reload button after a GET. */
    public Browser reload() {
        return open(address());
    }

    /** Picks a language, such as {@code de}, from the page's own list. */
    public Browser language(String tag) {
        HtmlAnchor link = html().getFirstByXPath("//details[@id='encvoy-languages']//a[@hreflang='" + tag + "']");
        try {
            return open(((HtmlPage) page)
                    .getFullyQualifiedUrl(link.getHrefAttribute())
                    .toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Follows the link with this text. */
    public Browser follow(String text) {
        HtmlAnchor link = html().getFirstByXPath("//a[normalize-space()='" + text + "']");
        try {
            page = link.click();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The visible text of the page. */
    public String text() {
        return html().getBody().asNormalizedText();
    }

    public boolean shows(String id) {
        return html().getElementById(id) != null;
    }

    /** The value of a field. */
    public String value(String field) {
        return ((HtmlInput) html().getElementByName(field)).getValue();
    }

    public String source() {
        return page.getWebResponse().getContentAsString();
    }

    /** The value of a cookie of the server; null if there is none. */
    public String cookie(String name) {
        return client.getCookieManager().getCookie(name) == null
                ? null
                : client.getCookieManager().getCookie(name).getValue();
    }

    /** Puts a cookie into the browser, as a person who has copied it would. */
    public Browser bring(URI address, String name, String value) {
        client.getCookieManager().addCookie(new Cookie(address.getHost(), name, value, address.getPath(), null, false));
        return this;
    }

    /** The preferred language of the browser, such as {@code de}. */
    public Browser reading(String language) {
        client.addRequestHeader("Accept-Language", language);
        return this;
    }

    /** The source address that a proxy of the tests passes on, such as {@code 198.51.100.7}. */
    public Browser from(String address) {
        client.addRequestHeader("X-Test-Source", address);
        return this;
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

    /** Clicks a button or a link that a test has found. */
    public Browser press(HtmlElement element) {
        try {
            page = element.click();
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

    /** A header of the response; null if there is none. */
    public String header(String name) {
        return page.getWebResponse().getResponseHeaderValue(name);
    }

    public HtmlPage html() {
        return (HtmlPage) page;
    }

    /** The id of Keycloak's page, such as {@code login-login-username}; empty on other pages. */
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
