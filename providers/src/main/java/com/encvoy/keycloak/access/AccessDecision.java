package com.encvoy.keycloak.access;

import java.util.Arrays;
import java.util.Locale;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.EmailDomains;
import com.encvoy.keycloak.application.Restriction;

/** Whether somebody may use an application. */
public enum AccessDecision {
    ALLOWED,

    /**
     * Blocked in this application, by its role {@link #BLOCKED_ROLE} or by the user attribute
     * {@link #BLOCKED_ATTRIBUTE}.
     */
    BLOCKED,

    /** Only {@code OWNER} and {@code EDITOR} may, {@link Application#AUTHORIZE_ONLY_ADMINS}. */
    ONLY_ADMINS,

    /** Only members and invited people may, {@link Application#AUTHORIZE_ONLY_EMPLOYEES}. */
    ONLY_EMPLOYEES,

    /** The e-mail address is of none of the domains of {@link Application#ALLOWED_EMAIL_DOMAINS}. */
    EMAIL_DOMAIN,

    /** A setting that restricts has a value that cannot be read, see {@link Restriction#UNREADABLE}. */
    UNREADABLE_SETTING,

    /** Everything fits but that the e-mail address is still to be verified. */
    EMAIL_NOT_VERIFIED;

    /** The required action, and the step, that ask for access. Stored in realms, never to be renamed. */
    public static final String GATE = "encvoy-access-gate";

    /** Client role: who has it may not use the application. */
    public static final String BLOCKED_ROLE = "encvoy.blocked";

    /** User attribute: the applications this person may not use, by client ID or by the id of the client. */
    public static final String BLOCKED_ATTRIBUTE = "encvoy.blocked";

    /** The value of the detail {@code reason} in events. */
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
     * What decides about tokens: nothing is decided in realms that do not guard applications, which lack {@link #GATE}.
     */
    public static AccessDecision ofTokens(ClientModel client, UserModel user) {
        if (!guards(client.getRealm())) {
            return ALLOWED;
        }
        if (user.getServiceAccountClientLink() != null) {
            // No person: it has neither an address nor an invitation.
            return isBlocked(client, user) ? BLOCKED : ALLOWED;
        }
        return decide(client, user);
    }

    /** Whether the realm guards applications. Without it people are not made members either. */
    public static boolean guards(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(GATE);
        return action != null && action.isEnabled();
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
