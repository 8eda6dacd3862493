package com.encvoy.keycloak.login;

import java.util.stream.IntStream;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Keeps strangers from flooding somebody's mailbox: counts mails an hour, over all logins and nodes. Each kind of mail has a limit
 * of its own: who has codes sent to sign in with shall not use up somebody's recovery.
 */
final class MailLimit {

    private static final long HOUR = 3600;

    private final KeycloakSession session;
    private final UserModel user;
    private final String kind;

    MailLimit(KeycloakSession session, UserModel user, String kind) {
        this.session = session;
        this.user = user;
        this.kind = kind;
    }

    /** Counts one more mail. */
    boolean allows(int mailsPerHour) {
        String key = "encvoy.mail." + kind + "." + user.getId() + "." + Time.currentTimeMillis() / 1000 / HOUR + ".";
        return IntStream.range(0, mailsPerHour).anyMatch(mail -> session.singleUseObjects().putIfAbsent(key + mail, HOUR));
    }
}
