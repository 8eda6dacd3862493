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
 * Whom codes are mailed to.
 *
 * @param user whom the identifier means; null for nobody
 * @param mayBeSent whether this person may be sent codes at present; if not, all looks the same, but no mail leaves and
 *     no code is right
 */
public record CodeRecipient(UserModel user, boolean mayBeSent) {

    /** What credential the events of codes are about. */
    static final String CREDENTIAL_TYPE = "email-code";

    /** Of a domain that never exists (RFC 2606). */
    private static final String NOBODY = "nobody@invalid";

    public static boolean hasAddress(UserModel user) {
        return StringUtil.isNotBlank(user.getEmail());
    }

    boolean canReceive() {
        return user != null && mayBeSent;
    }

    /**
     * Tells recipients apart: by the person, the address and what was typed. A login in which somebody else is named
     * meanwhile must not take a code that was made for another. Whether a code may be sent makes no difference: that
     * changes when brute-force detection locks somebody.
     *
     * @param typed identifier; null where none was
     */
    String fingerprint(String typed) {
        String key = typed + '\n' + (user == null ? "" : user.getId() + '\n' + user.getEmail());
        return HashUtils.sha256UrlEncodedHash(key, StandardCharsets.UTF_8);
    }

    /**
     * Mails a code, unless this address has been sent too many within the hour. For unknown people the same work is
     * done.
     *
     * @return false if no mail leaves
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
                .detail(Details.EMAIL, user.getEmail())
                .detail(Details.CREDENTIAL_TYPE, CREDENTIAL_TYPE)
                .detail(Details.CONTEXT, purpose.context());
        if (!admitted) {
            outcome.error(Errors.SLOW_DOWN);
            return false;
        }
        new Mail(purpose.mail(), user.getEmail(), session.getContext().resolveLocale(user), shown)
                .send(session, outcome);
        return true;
    }
}
