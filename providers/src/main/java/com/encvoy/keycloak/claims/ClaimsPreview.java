package com.encvoy.keycloak.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.util.DefaultClientSessionContext;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ConsentedScopes;
import com.fasterxml.jackson.core.type.TypeReference;

/**
 * What an application would learn about a person who signs in now, made by the code that issues tokens. Nothing is
 * signed, no access token leaves, no event is fired, and the session ends with the request without having been stored.
 */
public final class ClaimsPreview {

    /** The mapper that gives ID tokens the issuer of the address. Stored in realms, never renamed. */
    private static final String ISSUER_MAPPER = "encvoy-issuer-mapper";

    private static final String USER_DISABLED = "user_disabled";

    private static final String NO_CONSENT = "no_consent";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final String issuer;

    /**
     * The result of a preview.
     *
     * @param refusal why there is nothing to learn: {@code user_disabled}, a reason of {@link AccessDecision}, or
     *     {@code no_consent}
     * @param scopes that were granted, {@code openid} and those that tokens name
     * @param idToken claims of the ID token; empty after a refusal
     * @param userinfo claims of {@code /me}; empty after a refusal
     */
    public record Preview(
            Optional<String> refusal, Set<String> scopes, Map<String, Object> idToken, Map<String, Object> userinfo) {}

    /** @param issuer that the application expects in ID tokens */
    public ClaimsPreview(KeycloakSession session, ClientModel client, String issuer) {
        this.session = session;
        this.realm = client.getRealm();
        this.client = client;
        this.issuer = issuer;
    }

    /** The scopes that can be asked for in addition to those that every token has. */
    public Set<String> optionalScopes() {
        return new TreeSet<>(client.getClientScopes(false).keySet());
    }

    /** @param optional scopes that the application asks for in addition; those that it may not are left out */
    public Preview of(UserModel user, Set<String> optional) {
        Optional<String> refusal = refusal(user);
        if (refusal.isPresent()) {
            return new Preview(refusal, Set.of(), Map.of(), Map.of());
        }
        ClientModel caller = session.getContext().getClient();
        // As in a request of the application: mappers and signatures depend on it.
        session.getContext().setClient(client);
        try {
            return learn(user, scope(optional));
        } finally {
            session.getContext().setClient(caller);
        }
    }

    /**
     * What would be learnt without asking the person again: of an application that asks for consent, what the person
     * agreed to share with it. For viewers who may not know more than the application.
     */
    public Preview withConsent(UserModel user, Set<String> optional) {
        if (!client.isConsentRequired()) {
            return of(user, optional);
        }
        ConsentedScopes consent = new ConsentedScopes(session, client, user);
        if (!consent.suffices()) {
            return new Preview(Optional.of(NO_CONSENT), Set.of(), Map.of(), Map.of());
        }
        return of(user, optional.stream().filter(consent.names()::contains).collect(Collectors.toSet()));
    }

    private Optional<String> refusal(UserModel user) {
        if (!user.isEnabled()) {
            return Optional.of(USER_DISABLED);
        }
        AccessDecision access = AccessDecision.ofTokens(client, user);
        return access.isAllowed() ? Optional.empty() : Optional.of(access.reason());
    }

    private String scope(Set<String> optional) {
        return Stream.concat(
                        Stream.of(OAuth2Constants.SCOPE_OPENID),
                        optionalScopes().stream().filter(optional::contains))
                .collect(Collectors.joining(" "));
    }

    private Preview learn(UserModel user, String scope) {
        UserSessionModel login = session.sessions()
                .createUserSession(
                        null,
                        realm,
                        user,
                        user.getUsername(),
                        // There is no device.
                        "0.0.0.0",
                        "preview",
                        false,
                        null,
                        null,
                        UserSessionModel.SessionPersistenceState.TRANSIENT);
        login.setNote(AuthenticationManager.AUTH_TIME, String.valueOf(Time.currentTimeMillis() / 1000));
        AuthenticatedClientSessionModel application = session.sessions().createClientSession(realm, client, login);
        application.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        application.setNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        application.setNote(OIDCLoginProtocol.SCOPE_PARAM, scope);
        ClientSessionContext context =
                DefaultClientSessionContext.fromClientSessionAndScopeParameter(application, scope, session);
        Map<String, Object> idToken = claims(idToken(login, context));
        Map<String, Object> userinfo = userinfo(login, context);
        return new Preview(
                Optional.empty(), new TreeSet<>(List.of(context.getScopeString().split(" "))), idToken, userinfo);
    }

    private IDToken idToken(UserSessionModel login, ClientSessionContext context) {
        IDToken token = new TokenManager()
                .responseBuilder(realm, client, null, session, login, context)
                .generateAccessToken()
                .generateIDToken()
                .getIdToken();
        if (context.getProtocolMappersStream().anyMatch(mapper -> ISSUER_MAPPER.equals(mapper.getProtocolMapper()))) {
            token.issuer(issuer);
        }
        return token;
    }

    private Map<String, Object> userinfo(UserSessionModel login, ClientSessionContext context) {
        TokenManager tokens = new TokenManager();
        AccessToken userinfo = tokens.transformUserInfoAccessToken(session, new AccessToken(), login, context);
        return tokens.generateUserInfoClaims(userinfo, login.getUser());
    }

    private static Map<String, Object> claims(IDToken token) {
        return JsonSerialization.mapper.convertValue(token, new TypeReference<>() {});
    }
}
