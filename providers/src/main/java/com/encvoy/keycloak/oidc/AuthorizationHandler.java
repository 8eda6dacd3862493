package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.services.ErrorPage;
import org.keycloak.util.TokenUtil;

import com.encvoy.keycloak.application.Application;

/** Handles requests of browsers to the authorization endpoint by means of Keycloak's. */
final class AuthorizationHandler {

    /** Errors in response to {@code prompt=none}, which may also be set in a pushed request or a request object. */
    private static final Set<String> PROMPT_NONE_ERRORS =
            Set.of("login_required", "interaction_required", "consent_required", "account_selection_required");

    private static final Pattern ERROR = Pattern.compile("[?&#]error=([A-Za-z_]+)");

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
        IssParameterFilter.suppressForRequest(session);
        AuthorizationEndpoint keycloak = new AuthorizationEndpoint(session, event);
        Response response = post ? keycloak.buildPost() : keycloak.buildGet();
        IssParameterFilter.suppressForLogin(session, response);
        return explained(response);
    }

    /** A page in place of a redirect with an error, where the application wants it. */
    Response explained(Response response) {
        return refused(response).flatMap(this::explanation).orElse(response);
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
     * The error in the redirect to the application; empty with {@code prompt=none}, because the application asked for
     * errors.
     */
    private Optional<String> refused(Response response) {
        URI location = response.getLocation();
        if (location == null || TokenUtil.hasPrompt(parameters.getFirst(OAuth2Constants.PROMPT), "none")) {
            return Optional.empty();
        }
        Matcher error = ERROR.matcher(location.toString());
        return error.results()
                .map(match -> match.group(1))
                .reduce((first, last) -> last)
                .filter(code -> !PROMPT_NONE_ERRORS.contains(code));
    }

    private Optional<Response> explanation(String error) {
        Application application = Application.of(session.getContext().getClient());
        if (!application.showsAuthorizationErrors()) {
            return Optional.empty();
        }
        return Optional.of(ErrorPage.error(
                session,
                session.getContext().getAuthenticationSession(),
                Status.BAD_REQUEST,
                "encvoyAuthorizationRefused",
                application.title(),
                error));
    }
}
