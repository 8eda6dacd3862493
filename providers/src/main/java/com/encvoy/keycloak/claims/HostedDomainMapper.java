package com.encvoy.keycloak.claims;

import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

import com.encvoy.keycloak.application.EncvoyMapper;
import com.encvoy.keycloak.application.ReleasePolicy;

/**
 * The domain of a verified e-mail address as claim {@code hd}, Google's name for it; sentry-auth-oidc stores the claim
 * during setup. Omitted without the scope {@code email}, for unverified or private addresses, and for public mail
 * providers.
 *
 * <p>Shipped in the realm's default client scope {@code encvoy}.
 */
public final class HostedDomainMapper extends EncvoyMapper implements OIDCIDTokenMapper {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-hosted-domain-mapper";

    static final String PUBLIC_MAIL_DOMAINS = "public_mail_domains";

    static final String DEFAULT =
            "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com icloud.com"
                    + " me.com mac.com proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de t-online.de "
                    + "freenet.de mail.com zoho.com"
                    + " laposte.net orange.fr free.fr libero.it mail.ru inbox.ru list.ru bk.ru yandex.ru ya.ru "
                    + "rambler.ru";

    public HostedDomainMapper() {
        super(
                PROVIDER_ID,
                "Encvoy: hosted domain",
                "Adds the domain of the verified e-mail address to ID tokens as the claim hd.",
                List.of(new ProviderConfigProperty(
                        PUBLIC_MAIL_DOMAINS,
                        "Public mail domains",
                        "Domains where anyone can get an address, separated by spaces. Addresses in them have no "
                                + "hosted domain.",
                        ProviderConfigProperty.STRING_TYPE,
                        DEFAULT)));
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (context.getClientScopesStream().map(ClientScopeModel::getName).noneMatch("email"::equals)) {
            return token;
        }
        UserModel user = userSession.getUser();
        String email = user.getEmail();
        int at = email == null ? -1 : email.lastIndexOf('@');
        if (at >= 0
                && user.isEmailVerified()
                && ReleasePolicy.cachedIn(session, userSession.getRealm(), user).mayRelease("email")) {
            String domain = email.substring(at + 1).toLowerCase(Locale.ROOT);
            if (!domain.isEmpty() && !isPublic(mapper, domain)) {
                token.getOtherClaims().put("hd", domain);
            }
        }
        return token;
    }

    private static boolean isPublic(ProtocolMapperModel mapper, String domain) {
        String configured =
                mapper.getConfig() == null ? null : mapper.getConfig().get(PUBLIC_MAIL_DOMAINS);
        StringTokenizer domains = new StringTokenizer(configured == null ? DEFAULT : configured, ", \t\r\n\f");
        while (domains.hasMoreTokens()) {
            if (domains.nextToken().equalsIgnoreCase(domain)) {
                return true;
            }
        }
        return false;
    }
}
