package com.encvoy.keycloak.dashboard.shell;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * The way to the sign-in page and back: an ordinary authorization request of the dashboard's client. Its code is never
 * exchanged, and cannot be, since the code verifier is forgotten at once: what identifies a person here is the sign-on
 * cookie of the realm.
 */
final class SignIn {

    /** Marks an address that was reached through a second sign-in, so that there is no third one. */
    private static final String AGAIN = "signed_in_again";

    /** Seconds after which an action of consequence asks for another sign-in. */
    static final int RECENT = 300;

    /** A page of the dashboard: no scheme, no host, no way out of the folder. */
    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9_~.%-]+(?:/[A-Za-z0-9_~.%-]+)*/?(?:\\?[!-~]*)?");

    private static final int MAX_LENGTH = 1000;

    private final KeycloakSession session;
    private final DashboardClient client;

    SignIn(KeycloakSession session, DashboardClient client) {
        this.session = session;
        this.client = client;
    }

    /** Whether the person authenticated within the last {@value #RECENT} seconds. */
    boolean isRecent(UserSessionModel userSession) {
        String authenticated = userSession.getNote(AuthenticationManager.AUTH_TIME);
        return authenticated != null && Time.currentTimeMillis() / 1000 - Long.parseLong(authenticated) <= RECENT;
    }

    /** Whether this request comes from a second sign-in. */
    boolean isAgain() {
        return session.getContext().getUri().getQueryParameters().containsKey(AGAIN);
    }

    /** @param page to return to, below the dashboard */
    Response ask(String page) {
        return redirect(page, request());
    }

    /** Asks for the password or another proof, even though the person is signed in. */
    Response askAgain(String page, Locale language) {
        String marked = page + (page.contains("?") ? "&" : "?") + AGAIN + "=true";
        return redirect(
                marked,
                request()
                        .queryParam(OIDCLoginProtocol.PROMPT_PARAM, OIDCLoginProtocol.PROMPT_VALUE_LOGIN)
                        .queryParam(OIDCLoginProtocol.UI_LOCALES_PARAM, language.toLanguageTag()));
    }

    /** Asks for an action of Keycloak, such as setting a password. */
    Response act(String action, String page, Locale language) {
        return Response.fromResponse(redirect(
                        page,
                        request()
                                .queryParam(Constants.KC_ACTION, "{action}")
                                .queryParam(OIDCLoginProtocol.UI_LOCALES_PARAM, language.toLanguageTag())
                                .resolveTemplate("action", action)))
                .cookie(Notice.pending(session))
                .build();
    }

    private UriBuilder request() {
        // Unguessable, and forgotten at once.
        String challenge = HashUtils.sha256UrlEncodedHash(
                SecretGenerator.getInstance().randomString(64), StandardCharsets.US_ASCII);
        return OIDCLoginProtocolService.authUrl(session.getContext().getUri())
                .queryParam(OAuth2Constants.CLIENT_ID, client.model().getClientId())
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
                .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID)
                .queryParam(OAuth2Constants.CODE_CHALLENGE, challenge)
                .queryParam(OAuth2Constants.CODE_CHALLENGE_METHOD, OAuth2Constants.PKCE_METHOD_S256);
    }

    private Response redirect(String page, UriBuilder request) {
        URI address = request.queryParam(OAuth2Constants.REDIRECT_URI, "{callback}")
                .queryParam(OAuth2Constants.STATE, "{page}")
                .build(
                        session.getContext().getRealm().getName(),
                        client.callback().toString(),
                        page);
        return Response.seeOther(address)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("")
                .build();
    }

    /** With complete escapes, and without characters that browsers escape. */
    private static boolean isAddress(String page) {
        try {
            return !new URI("/" + page).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The page that a sign-in returns to; empty if it is none of the dashboard. */
    static Optional<String> page(String state) {
        return Optional.ofNullable(state)
                .filter(page ->
                        page.length() <= MAX_LENGTH && PAGE.matcher(page).matches() && isAddress(page))
                .filter(page ->
                        !page.contains("..") && !page.toLowerCase(Locale.ROOT).contains("%2e"));
    }
}
