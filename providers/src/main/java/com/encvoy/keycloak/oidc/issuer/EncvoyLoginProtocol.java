package com.encvoy.keycloak.oidc.issuer;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ClientData;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.FrontChannelLogoutHandler;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.device.Device;

/**
 * Keycloak's OpenID Connect protocol, which names the issuer of an Encvoy address in the response to a login started
 * there (RFC 9207), in the ID token of a hybrid response and in front-channel logout. Other logins are left to
 * Keycloak. The event of each login tells its browser.
 */
public final class EncvoyLoginProtocol extends OIDCLoginProtocol {

    /**
     * The client attribute behind Keycloak's switch <i>Exclude issuer from authentication response</i>. Read by its
     * name, because Keycloak 26.8 announces the removal of the switch.
     */
    private static final String WITHOUT_ISSUER = "exclude.issuer.from.auth.response";

    /** Separates the response mode from the family of addresses; no response mode contains it. */
    private static final String SEPARATOR = " ";

    /** An issuer in the query or the fragment that another one follows. */
    private static final Pattern EARLIER_ISSUER = Pattern.compile("(?<=[?&#])iss=[^&#]*&(?=(?:[^#]*&)?iss=)");

    /** Families by their issuers: each link of a page asks. */
    private final Map<String, Optional<AddressFamily>> families = new HashMap<>();

    /** The issuer of a login that no longer exists. */
    private String issuerOfEndedLogin;

    EncvoyLoginProtocol(OIDCProviderConfig config) {
        super(config);
    }

    /** Whether responses to the application name their issuer. */
    public static boolean namesIssuer(ClientModel client) {
        return !Boolean.parseBoolean(client.getAttribute(WITHOUT_ISSUER));
    }

    @Override
    public Response authenticated(
            AuthenticationSessionModel login, UserSessionModel userSession, ClientSessionContext context) {
        if (event != null) {
            Device.describe(session, event);
        }
        String issuer = SessionIssuer.of(login);
        SessionIssuer.remember(context.getClientSession(), issuer);
        if (issuer != null) {
            IssuerMapper.useIssuer(session, application -> issuer);
        }
        return super.authenticated(login, userSession, context);
    }

    @Override
    public Response buildRedirectUri(
            OIDCRedirectUriBuilder redirect,
            AuthenticationSessionModel login,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return withOneIssuer(super.buildRedirectUri(withIssuer(redirect, login), login, userSession, context));
    }

    @Override
    public Response buildRedirectUri(
            OIDCRedirectUriBuilder redirect,
            AuthenticationSessionModel login,
            UserSessionModel userSession,
            ClientSessionContext context,
            Exception exception,
            Error error) {
        return withOneIssuer(
                super.buildRedirectUri(withIssuer(redirect, login), login, userSession, context, exception, error));
    }

    /** Keycloak 26.6 adds a parameter in addition to the existing one. May go when 26.6 is no longer supported. */
    private static Response withOneIssuer(Response response) {
        URI location = response.getLocation();
        if (location == null || !EARLIER_ISSUER.matcher(location.toString()).find()) {
            return response;
        }
        String last = EARLIER_ISSUER.matcher(location.toString()).replaceAll("");
        return Response.fromResponse(response).location(URI.create(last)).build();
    }

    private OIDCRedirectUriBuilder withIssuer(OIDCRedirectUriBuilder redirect, AuthenticationSessionModel login) {
        String issuer = login == null ? issuerOfEndedLogin : SessionIssuer.of(login);
        return issuer != null && namesIssuer(session.getContext().getClient())
                ? redirect.addParam(OAuth2Constants.ISSUER, issuer)
                : redirect;
    }

    /**
     * Keeps the family of addresses beside the response mode: Keycloak hands this data to the browser, and gets it back
     * when the login itself has ended.
     */
    @Override
    public ClientData getClientData(AuthenticationSessionModel login) {
        ClientData data = super.getClientData(login);
        familyOf(login).ifPresent(family -> {
            String mode = data.getResponseMode();
            data.setResponseMode((mode == null ? "" : mode) + SEPARATOR + family);
        });
        return data;
    }

    private Optional<AddressFamily> familyOf(AuthenticationSessionModel login) {
        String issuer = SessionIssuer.of(login);
        return issuer == null ? Optional.empty() : families.computeIfAbsent(issuer, this::familyWith);
    }

    private Optional<AddressFamily> familyWith(String issuer) {
        return Stream.of(AddressFamily.values())
                .filter(family -> new IssuerAddress(session, family).issuer().equals(issuer))
                .findFirst();
    }

    @Override
    public Response sendError(ClientModel client, ClientData data, Error error) {
        String mode = data.getResponseMode();
        int end = mode == null ? -1 : mode.indexOf(SEPARATOR);
        if (end < 0) {
            return super.sendError(client, data, error);
        }
        issuerOfEndedLogin = AddressFamily.named(mode.substring(end + SEPARATOR.length()))
                .filter(family -> !family.isOfServer() || ServerRoot.serves(session, realm))
                .map(family -> new IssuerAddress(session, family).issuerFor(client))
                .orElse(null);
        data.setResponseMode(end == 0 ? null : mode.substring(0, end));
        return super.sendError(client, data, error);
    }

    @Override
    public Response frontchannelLogout(UserSessionModel userSession, AuthenticatedClientSessionModel clientSession) {
        Response response = super.frontchannelLogout(userSession, clientSession);
        FrontChannelLogoutHandler logout = FrontChannelLogoutHandler.current(session);
        if (clientSession != null && logout != null) {
            String issuer = SessionIssuer.of(clientSession);
            ClientModel client = clientSession.getClient();
            if (issuer != null && needsIssuer(client)) {
                // Keycloak names one issuer to all applications; it has just added this one.
                List<FrontChannelLogoutHandler.ClientInfo> clients = logout.getClients();
                clients.set(clients.size() - 1, new NotifiedApplication(logout, client, issuer));
            }
        }
        return response;
    }

    private static boolean needsIssuer(ClientModel client) {
        OIDCAdvancedConfigWrapper config = OIDCAdvancedConfigWrapper.fromClientModel(client);
        return config.isFrontChannelLogoutEnabled() && config.isFrontChannelLogoutSessionRequired();
    }

    /** Replaces Keycloak's factory in every realm. */
    public static final class Factory extends OIDCLoginProtocolFactory {

        @Override
        public LoginProtocol create(KeycloakSession session) {
            OIDCProviderConfig config = ((OIDCLoginProtocol) super.create(session)).getConfig();
            return new EncvoyLoginProtocol(config).setSession(session);
        }

        /** Also the position in the admin console, which stays the same. */
        @Override
        public int order() {
            return UI_ORDER + 1;
        }
    }
}
