package com.encvoy.keycloak.access;

import java.util.Arrays;
import java.util.Locale;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.EmailDomains;
import com.encvoy.keycloak.application.RequiredActions;
import com.encvoy.keycloak.application.Restriction;

/** Whether a user may use an application, and if not, why. */
public enum AccessDecision {
    ALLOWED,

    /**
     * Blocked in this application, by its role {@link #BLOCKED_ROLE} or by the user attribute
     * {@link #BLOCKED_ATTRIBUTE}.
     */
    BLOCKED,

    /** Restricted to {@code OWNER} and {@code EDITOR}, see {@link Application#AUTHORIZE_ONLY_ADMINS}. */
    ONLY_ADMINS,

    /** Restricted to members and invited users, see {@link Application#AUTHORIZE_ONLY_EMPLOYEES}. */
    ONLY_EMPLOYEES,

    /** The domain of the e-mail address is not among {@link Application#ALLOWED_EMAIL_DOMAINS}. */
    EMAIL_DOMAIN,

    /** A restricting setting has an invalid value, see {@link Restriction#UNREADABLE}. */
    UNREADABLE_SETTING,

    /** Every condition is met, but the e-mail address is not verified yet. */
    EMAIL_NOT_VERIFIED,

    /** The account is marked for deletion, see {@link DeletionMark}. A sign-in may restore it, so only tokens fail. */
    TO_BE_DELETED;

    /**
     * Provider id of both the required action and the authenticator that check access. Stored in realms, never to be
     * renamed.
     */
    public static final String GATE = "encvoy-access-gate";

    /** Client role of users that may not use the application. */
    public static final String BLOCKED_ROLE = "encvoy.blocked";

    /** User attribute: the applications this user may not use, by client ID or by the internal id of the client. */
    public static final String BLOCKED_ATTRIBUTE = "encvoy.blocked";

    /** The value of the event detail {@code reason}. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAllowed() {
        return this == ALLOWED;
    }

    public static AccessDecision decide(ClientModel client, UserModel user) {
        Application application = Application.of(client);
        if (isBlocked(client, user)) {
            return BLOCKED;
        }
        Restriction onlyAdmins = application.authorizesOnlyAdmins();
        if (onlyAdmins.isOn() && !isAdministrator(client, user)) {
            return onlyAdmins == Restriction.UNREADABLE ? UNREADABLE_SETTING : ONLY_ADMINS;
        }
        boolean verificationMissing = false;
        Restriction onlyEmployees = application.authorizesOnlyEmployees();
        if (onlyEmployees.isOn() && !ApplicationRole.isMember(client, user)) {
            if (Invitations.of(client).findOpenByEmail(user.getEmail()).isEmpty()) {
                return onlyEmployees == Restriction.UNREADABLE ? UNREADABLE_SETTING : ONLY_EMPLOYEES;
            }
            verificationMissing = !user.isEmailVerified();
        }
        EmailDomains domains = application.allowedEmailDomains();
        if (!domains.admitsEveryone()) {
            if (!domains.admits(user.getEmail())) {
                return EMAIL_DOMAIN;
            }
            verificationMissing |= !user.isEmailVerified();
        }
        return verificationMissing ? EMAIL_NOT_VERIFIED : ALLOWED;
    }

    /**
     * The decision for tokens. None for accounts that are to be deleted. Apart from that, always {@link #ALLOWED} in
     * realms that do not guard applications, that is, realms without {@link #GATE}.
     */
    public static AccessDecision ofTokens(ClientModel client, UserModel user) {
        if (DeletionMark.isOn(user)) {
            return TO_BE_DELETED;
        }
        if (!guards(client.getRealm())) {
            return ALLOWED;
        }
        if (user.getServiceAccountClientLink() != null) {
            // A service account has neither an e-mail address nor an invitation.
            return isBlocked(client, user) ? BLOCKED : ALLOWED;
        }
        return decide(client, user);
    }

    /** Whether the realm guards applications. Otherwise users do not become members either. */
    public static boolean guards(RealmModel realm) {
        return RequiredActions.isEnabled(realm, GATE);
    }

    static boolean isAdministrator(ClientModel client, UserModel user) {
        return Arrays.stream(ApplicationRole.values())
                .filter(ApplicationRole::isAdministrator)
                .anyMatch(role -> role.belongsTo(client, user));
    }

    public static boolean isBlocked(ClientModel client, UserModel user) {
        RoleModel blocked = client.getRole(BLOCKED_ROLE);
        return (blocked != null && user.hasRole(blocked))
                || user.getAttributeStream(BLOCKED_ATTRIBUTE)
                        .anyMatch(blockedAt ->
                                blockedAt.equals(client.getClientId()) || blockedAt.equals(client.getId()));
    }
}
