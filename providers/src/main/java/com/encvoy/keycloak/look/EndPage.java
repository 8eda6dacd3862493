package com.encvoy.keycloak.look;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.ending.Contact;
import com.encvoy.keycloak.ending.Reference;
import com.encvoy.keycloak.ending.SupportDetails;

/**
 * What the templates of Keycloak's error and info pages say and offer, as their attribute {@code encvoyEnd}. Keycloak
 * has stored the event when it asks for such a page, so the page's reference is in a line of the log instead.
 */
final class EndPage {

    private static final Logger LOG = Logger.getLogger(EndPage.class);

    private static final String EXPIRED = "login-page-expired.ftl";

    private static final String ERROR = "error.ftl";

    private static final String REFUSED = "encvoyAuthorizationRefused";

    /** Messages that name a parameter of the request. */
    private static final Set<String> NAMING = Set.of("invalidParameterMessage", "missingParameterMessage");

    private static final Set<String> TEMPLATES = Set.of(ERROR, "info.ftl", EXPIRED);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final AuthenticationSessionModel login;

    /**
     * @param client null if the page does not belong to an application
     * @param login null if there is none that could be continued
     */
    EndPage(KeycloakSession session, RealmModel realm, ClientModel client, AuthenticationSessionModel login) {
        this.session = session;
        this.realm = realm;
        this.client = client;
        this.login = login;
    }

    static boolean isOne(String template) {
        return TEMPLATES.contains(template);
    }

    /** @param messages of the page; null if there is none */
    Map<String, Object> attributes(String template, List<FormMessage> messages) {
        FormMessage message = messages == null || messages.isEmpty() ? null : messages.get(0);
        Optional<String> kind = EXPIRED.equals(template)
                ? Optional.of(EndSentences.PAGE_EXPIRED)
                : Optional.ofNullable(message)
                        .flatMap(known -> EndSentences.kindOf(known.getMessage(), known.getParameters()));
        Map<String, Object> shown = new HashMap<>();
        kind.ifPresent(known -> shown.put("kind", known));
        if (client != null) {
            shown.put("application", Application.of(client).title());
            Contact.addTo(shown, client);
        }
        shown.put("restart", isRestartable());
        account().ifPresent(account -> shown.put("signIn", account.toString()));
        if (ERROR.equals(template) || EXPIRED.equals(template)) {
            addDetails(shown, message);
        }
        return shown;
    }

    private void addDetails(Map<String, Object> shown, FormMessage message) {
        String reference = Reference.create();
        String code = message == null ? EndSentences.PAGE_EXPIRED : code(message);
        SupportDetails.addTo(shown, reference, code, clientId(), redirectUri());
        LOG.infof(
                "Login page with reference %s: error=\"%s\", realm=\"%s\", clientId=\"%s\", redirect_uri=\"%s\", "
                        + "code_id=\"%s\"",
                reference,
                quoted(shown.get("code")),
                realm.getName(),
                quoted(shown.get("clientId")),
                quoted(shown.get("redirectUri")),
                login == null ? null : login.getParentSession().getId());
    }

    /** The key of Keycloak's message, with the parameter of the request it names; or the error of OAuth. */
    private static String code(FormMessage message) {
        Object[] parameters = message.getParameters();
        int count = parameters == null ? 0 : parameters.length;
        if (count > 1 && REFUSED.equals(message.getMessage())) {
            return String.valueOf(parameters[1]);
        }
        return count == 1 && NAMING.contains(message.getMessage())
                ? message.getMessage() + ": " + parameters[0]
                : message.getMessage();
    }

    private static String quoted(Object value) {
        return String.valueOf(value).replace("\"", "\\\"");
    }

    private String clientId() {
        return client == null ? parameter(OAuth2Constants.CLIENT_ID) : client.getClientId();
    }

    private String redirectUri() {
        return login == null || login.getRedirectUri() == null
                ? parameter(OAuth2Constants.REDIRECT_URI)
                : login.getRedirectUri();
    }

    private String parameter(String name) {
        HttpRequest request = session.getContext().getHttpRequest();
        MultivaluedMap<String, String> query = request.getUri().getQueryParameters();
        MultivaluedMap<String, String> form =
                "POST".equals(request.getHttpMethod()) ? request.getDecodedFormParameters() : null;
        return Optional.ofNullable(query.getFirst(name)).orElseGet(() -> form == null ? null : form.getFirst(name));
    }

    /** Whether Keycloak's address for restarting a login leads to its first page. */
    private boolean isRestartable() {
        return login != null
                && !Objects.equals(login.getAction(), AuthenticationSessionModel.Action.LOGGING_OUT.name())
                && !Objects.equals(login.getAction(), AuthenticationSessionModel.Action.LOGGED_OUT.name());
    }

    /** The sign-in address for people who did not come from an application: the account console. */
    private Optional<URI> account() {
        ClientModel console = realm.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID);
        return console == null || !console.isEnabled() || !realm.isEnabled()
                ? Optional.empty()
                : Optional.of(session.getContext()
                        .getUri()
                        .getBaseUriBuilder()
                        .path("realms/{realm}/account/")
                        .build(realm.getName()));
    }
}
