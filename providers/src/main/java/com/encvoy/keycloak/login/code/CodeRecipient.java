package com.encvoy.keycloak.login.code;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.mail.Mail;

/**
 * Recipient of codes.
 *
 * @param user identified by the identifier; null if unknown
 * @param mayBeSent whether codes may be sent to this user at present. If not, the pages look the same, but no mail is
 *     sent and no code is accepted
 * @param address to which they are sent; null if the user is unknown
 */
public record CodeRecipient(UserModel user, boolean mayBeSent, String address) {

    /** Credential type in events about codes. */
    static final String CREDENTIAL_TYPE = "email-code";

    /** An address in a domain that never exists (RFC 2606). */
    private static final String NOBODY = "unknown@invalid";

    /** At the address of the user. */
    public CodeRecipient(UserModel user, boolean mayBeSent) {
        this(user, mayBeSent, user == null ? null : user.getEmail());
    }

    public static boolean hasAddress(UserModel user) {
        return StringUtil.isNotBlank(user.getEmail());
    }

    boolean canReceive() {
        return user != null && mayBeSent;
    }

    /**
     * Identifies a recipient by user, address and submitted identifier. If another user is named in the same login
     * meanwhile, a code issued for the first one must not be accepted. Whether codes may be sent is not included,
     * because it changes when brute-force detection locks the user.
     *
     * @param typed identifier; null if there is none
     */
    String fingerprint(String typed) {
        String key = typed + '\n' + (user == null ? "" : user.getId() + '\n' + address);
        return HashUtils.sha256UrlEncodedHash(key, StandardCharsets.UTF_8);
    }

    /**
     * Mails a code, unless the hourly limit of the address is reached. Does the same work for unknown users.
     *
     * @return false if no mail is sent
     */
    boolean send(
            KeycloakSession session,
            ClientModel client,
            CodePurpose purpose,
            String digits,
            EmailCodeConfig config,
            CodeRateLimit quota,
            EventBuilder event) {
        boolean admitted = quota.admitMail();
        Map<String, Object> shown = Map.of(
                "application", Application.of(client).title(), "code", digits, "minutes", config.lifetimeMinutes());
        if (!canReceive()) {
            new Mail(purpose.mail(), NOBODY, session.getContext().resolveLocale(null), shown)
                    .sendToNobody(session, client.getClientId());
            return false;
        }
        EventBuilder outcome = event.clone()
                .event(purpose.event())
                .user(user)
                .detail(Details.EMAIL, address)
                .detail(Details.CREDENTIAL_TYPE, CREDENTIAL_TYPE)
                .detail(Details.CONTEXT, purpose.context());
        if (!admitted) {
            outcome.error(Errors.SLOW_DOWN);
            return false;
        }
        new Mail(purpose.mail(), address, session.getContext().resolveLocale(user), shown).send(session, outcome);
        return true;
    }
}
