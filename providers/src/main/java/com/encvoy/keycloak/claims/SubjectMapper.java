package com.encvoy.keycloak.claims;

import java.util.List;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.LogoutTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.LogoutToken;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.EncvoyMapper;

/**
 * Keeps the {@code sub} of users migrated from Encvoy ID; otherwise applications would treat them as new users. Access
 * tokens keep Keycloak's id, by which Keycloak finds the user; they are opaque to applications.
 */
public final class SubjectMapper extends EncvoyMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper, LogoutTokenMapper {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-subject-mapper";

    static final String ATTRIBUTE = "attribute";
    static final String DEFAULT_ATTRIBUTE = "encvoy_sub";

    /** After Keycloak's own {@code sub} mapper. */
    private static final int PRIORITY_AFTER_SUB = 90;

    public SubjectMapper() {
        super(
                PROVIDER_ID,
                "Encvoy: subject of moved people",
                "Uses a user attribute as the claim sub in ID tokens, userinfo, introspection and logout tokens, for "
                        + "users who have the attribute. Intended for users migrated from another provider.",
                List.of(new ProviderConfigProperty(
                        ATTRIBUTE,
                        "User attribute",
                        "Name of the attribute. Declare it in the user profile with the validator encvoy-subject, "
                                + "which keeps values unique and immutable.",
                        ProviderConfigProperty.STRING_TYPE,
                        DEFAULT_ATTRIBUTE)));
    }

    @Override
    public int getPriority() {
        return PRIORITY_AFTER_SUB;
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return withSubject(token, mapper, session, userSession);
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return withSubject(token, mapper, session, userSession);
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return withSubject(token, mapper, session, userSession);
    }

    @Override
    public LogoutToken transformLogoutToken(
            LogoutToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return withSubject(token, mapper, session, userSession);
    }

    private static <T extends JsonWebToken> T withSubject(
            T token, ProtocolMapperModel mapper, KeycloakSession session, UserSessionModel userSession) {
        String configured =
                mapper.getConfig() == null ? null : mapper.getConfig().get(ATTRIBUTE);
        String attribute = StringUtil.isBlank(configured) ? DEFAULT_ATTRIBUTE : configured.strip();
        Subject.of(session, userSession.getRealm(), userSession.getUser(), attribute)
                .ifPresent(token::setSubject);
        return token;
    }
}
