package com.encvoy.keycloak.claims;

import java.util.List;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.EncvoyMapper;

/**
 * People who have moved here from Encvoy ID keep their {@code sub}, else applications would take them for new ones.
 * Access tokens keep Keycloak's id, by which Keycloak finds the person; to applications they are opaque.
 */
public final class SubjectMapper extends EncvoyMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-subject-mapper";

    static final String ATTRIBUTE = "attribute";
    static final String DEFAULT_ATTRIBUTE = "encvoy_sub";

    /** Behind Keycloak's own mapper of {@code sub}. */
    private static final int PRIORITY_AFTER_SUB = 90;

    public SubjectMapper() {
        super(
                PROVIDER_ID,
                "Encvoy: subject of moved people",
                "The claim sub is the value of a user attribute, for users who have it, in ID"
                        + " token, userinfo and introspection. For people who have moved here from another provider.",
                List.of(new ProviderConfigProperty(
                        ATTRIBUTE,
                        "User attribute",
                        "Name of the attribute. Declare it in the user profile with"
                                + " the validator encvoy-subject, so that values stay unique and are never changed.",
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

    private static <T extends IDToken> T withSubject(
            T token, ProtocolMapperModel mapper, KeycloakSession session, UserSessionModel userSession) {
        String configured =
                mapper.getConfig() == null ? null : mapper.getConfig().get(ATTRIBUTE);
        String attribute = StringUtil.isBlank(configured) ? DEFAULT_ATTRIBUTE : configured.strip();
        Subject.of(session, userSession.getRealm(), userSession.getUser(), attribute)
                .ifPresent(token::setSubject);
        return token;
    }
}
