package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.services.ErrorPage;
import org.keycloak.util.TokenUtil;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.oidc.issuer.EncvoyLoginProtocol;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;

/** Handles requests of browsers to the authorization endpoint by means of Keycloak's. */
final class AuthorizationHandler {

    /** Errors in response to {@code prompt=none}, which may also be set in a pushed request. */
    private static final Set<String> PROMPT_NONE_ERRORS =
            Set.of("login_required", "interaction_required", "consent_required", "account_selection_required");

    private final KeycloakSession session;
    private final IssuerAddress address;
    private final EventBuilder event;
    private final boolean post;
    private final MultivaluedMap<String, String> parameters;

    AuthorizationHandler(KeycloakSession session, IssuerAddress address, EventBuilder event, boolean post) {
        this.session = session;
        this.address = address;
        this.event = event;
        this.post = post;
        this.parameters = post
                ? session.getContext().getHttpRequest().getDecodedFormParameters()
                : session.getContext().getUri().getQueryParameters();
    }

    Response answer() {
        Optional<MultivaluedMap<String, String>> known = RequestedScopes.withoutUnknown(session, parameters);
        if (known.isPresent()) {
            return askAgain(known.get());
        }
        Optional<Response> unsupported = UnsupportedRequest.of(parameters)
                .flatMap(request -> new RequestRefusal(session, event, parameters).redirect(request));
        return unsupported.map(this::addressed).orElseGet(this::keycloak);
    }

    private Response keycloak() {
        boolean formPost = isFormPost();
        if (formPost) {
            // Keycloak's errors come as a redirect then, to which the issuer can be added.
            MultivaluedMap<String, String> others = new MultivaluedHashMap<>(parameters);
            others.remove(OIDCLoginProtocol.RESPONSE_MODE_PARAM);
            session.getContext()
                    .setHttpRequest(new HttpRequestWithForm(session.getContext().getHttpRequest(), others));
        }
        EncvoyAuthorizationEndpoint endpoint = new EncvoyAuthorizationEndpoint(session, event, address, formPost);
        Response response = post || formPost ? endpoint.buildPost() : endpoint.buildGet();
        if (!endpoint.loginBegan() && response.getLocation() == null) {
            // The request was pushed, with the mode form_post.
            return page(OAuthErrorException.INVALID_REQUEST);
        }
        return addressed(response);
    }

    private boolean isFormPost() {
        return OIDCResponseMode.FORM_POST.value().equals(parameters.getFirst(OIDCLoginProtocol.RESPONSE_MODE_PARAM));
    }

    /** An error with the issuer of this address, or as a page where the application wants one. */
    Response addressed(Response response) {
        Optional<ErrorRedirect> redirect = ErrorRedirect.of(response);
        if (redirect.isEmpty()) {
            return response;
        }
        ErrorRedirect error = redirect.get();
        if (showsPage(error)) {
            return page(error.error());
        }
        ClientModel client = session.getContext().getClient();
        ErrorRedirect addressed =
                EncvoyLoginProtocol.namesIssuer(client) ? error.withIssuer(address.issuerFor(client)) : error;
        return (isFormPost() ? addressed.in(OIDCResponseMode.FORM_POST) : addressed).response(session);
    }

    private Response askAgain(MultivaluedMap<String, String> known) {
        String query = known.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return Response.seeOther(URI.create(address.frontChannel(Endpoint.AUTHORIZATION.path()) + "?" + query))
                .type(MediaType.TEXT_PLAIN_TYPE)
                .build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }

    /**
     * Whether a page takes the place of the error. Never with {@code prompt=none}: that application asked for errors.
     */
    private boolean showsPage(ErrorRedirect error) {
        return !TokenUtil.hasPrompt(parameters.getFirst(OAuth2Constants.PROMPT), "none")
                && !PROMPT_NONE_ERRORS.contains(error.error())
                && Application.of(session.getContext().getClient()).showsAuthorizationErrors();
    }

    private Response page(String error) {
        return ErrorPage.error(
                session,
                session.getContext().getAuthenticationSession(),
                Status.BAD_REQUEST,
                "encvoyAuthorizationRefused",
                Application.of(session.getContext().getClient()).title(),
                error);
    }
}
