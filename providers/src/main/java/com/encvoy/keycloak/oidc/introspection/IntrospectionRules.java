package com.encvoy.keycloak.oidc.introspection;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AudienceProtocolMapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.application.PrivateLogin;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Restricts what an application learns from introspection, in addition to Keycloak's checks: tokens are inactive if the
 * user may no longer use the application they were issued to, private user names are omitted, and at the Encvoy
 * addresses tokens of other applications are inactive unless an audience mapper of theirs names the caller.
 */
public final class IntrospectionRules {

    private static final Logger LOG = Logger.getLogger(IntrospectionRules.class);

    private static final String ENCVOY_ADDRESS = IntrospectionRules.class.getName() + ".encvoy";

    private IntrospectionRules() {}

    /** Marks the current request as sent to an Encvoy address. */
    public static void markEncvoyAddress(KeycloakSession session, IssuerAddress address) {
        session.setAttribute(ENCVOY_ADDRESS, address);
    }

    /** Names the issuer that the caller knows (RFC 7662, section 2.2): the token itself contains the realm's. */
    static AccessToken withIssuer(KeycloakSession session, AccessToken described) {
        IssuerAddress address = session.getAttribute(ENCVOY_ADDRESS, IssuerAddress.class);
        if (address != null) {
            described.issuer(address.issuerFor(session.getContext().getClient()));
        }
        return described;
    }

    /**
     * Whether the calling application may learn that the token is active. If not, the event contains the reason.
     *
     * @param issuedTo the application the token was issued to
     */
    static boolean allow(KeycloakSession session, ClientModel issuedTo, UserModel user, EventBuilder event) {
        return isForCaller(session, issuedTo, event) && hasAccess(session, issuedTo, user, event);
    }

    private static boolean isForCaller(KeycloakSession session, ClientModel issuedTo, EventBuilder event) {
        ClientModel caller = session.getContext().getClient();
        if (session.getAttribute(ENCVOY_ADDRESS) != null
                && !caller.getId().equals(issuedTo.getId())
                && !names(issuedTo, caller)) {
            event.detail(Details.REASON, "The token was issued to another application, which names no audience")
                    .error(Errors.INVALID_TOKEN);
            return false;
        }
        return true;
    }

    /**
     * Whether the user may still use both applications, the token's and the caller. If not, the event contains the
     * reason.
     */
    static boolean hasAccess(KeycloakSession session, ClientModel issuedTo, UserModel user, EventBuilder event) {
        Optional<AccessDecision> denied = Stream.of(
                        issuedTo, session.getContext().getClient())
                .distinct()
                .map(client -> AccessDecision.ofTokens(client, user))
                .filter(access -> !access.isAllowed())
                .findFirst();
        denied.ifPresent(access -> event.detail(Details.REASON, access.reason()).error(Errors.ACCESS_DENIED));
        return denied.isEmpty();
    }

    /** Whether an audience mapper of the application or of its client scopes names the other application. */
    private static boolean names(ClientModel issuedTo, ClientModel caller) {
        return Stream.concat(
                        issuedTo.getProtocolMappersStream(),
                        Stream.of(true, false)
                                .flatMap(byDefault -> issuedTo.getClientScopes(byDefault).values().stream())
                                .flatMap(ClientScopeModel::getProtocolMappersStream))
                .filter(mapper -> AudienceProtocolMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .anyMatch(mapper -> names(mapper, caller.getClientId()));
    }

    private static boolean names(ProtocolMapperModel mapper, String clientId) {
        return clientId.equals(mapper.getConfig().get(AudienceProtocolMapper.INCLUDED_CLIENT_AUDIENCE))
                || clientId.equals(mapper.getConfig().get(AudienceProtocolMapper.INCLUDED_CUSTOM_AUDIENCE));
    }

    /**
     * Removes private user names from the response: the user's, and that of an administrator impersonating the user.
     */
    static Response withoutPrivateLogin(KeycloakSession session, UserSessionModel userSession, Response answer) {
        if (!PrivateLogin.isKeptOut(session) || !(answer.getEntity() instanceof byte[] json)) {
            return answer;
        }
        try {
            ObjectNode metadata = (ObjectNode) JsonSerialization.mapper.readTree(json);
            metadata.remove("username");
            if (metadata.path("act").isObject()) {
                ((ObjectNode) metadata.get("act"))
                        .put("sub", userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()));
            }
            return Response.fromResponse(answer)
                    .entity(JsonSerialization.writeValueAsBytes(metadata))
                    .build();
        } catch (IOException e) {
            LOG.error("Keycloak's introspection response could not be parsed", e);
            throw new IllegalStateException(e);
        }
    }
}
