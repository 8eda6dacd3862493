package com.encvoy.keycloak.membership;

import java.util.Arrays;
import java.util.Locale;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.EmailDomains;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Whether somebody may use an application. */
public enum Access {

    ALLOWED,

    /** Blocked in this application, by its role {@link #BLOCKED_ROLE} or by the user attribute {@link #BLOCKED_ATTRIBUTE}. */
    BLOCKED,

    /** Only {@code OWNER} and {@code EDITOR} may, {@link Application#AUTHORIZE_ONLY_ADMINS}. */
    ONLY_ADMINS,

    /** Only members and invited people may, {@link Application#AUTHORIZE_ONLY_EMPLOYEES}. */
    ONLY_EMPLOYEES,

    /** The e-mail address is of none of the domains of {@link Application#ALLOWED_EMAIL_DOMAINS}. */
    EMAIL_DOMAIN,

    /** Everything fits but that the e-mail address is still to be verified. */
    EMAIL_NOT_VERIFIED;

    /** Client role: who has it may not use the application. */
    public static final String BLOCKED_ROLE = "encvoy.blocked";

    /** User attribute, client IDs: the applications this person may not use. */
    public static final String BLOCKED_ATTRIBUTE = "encvoy.blocked";

    /** The value of the detail {@code reason} in events. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAllowed() {
        return this == ALLOWED;
    }

    public static Access decide(ClientModel client, UserModel user) {
        Application application = Application.of(client);
        if (isBlocked(client, user)) {
            return BLOCKED;
        }
        if (application.authorizesOnlyAdmins() && !isAdministrator(client, user)) {
            return ONLY_ADMINS;
        }
        boolean verificationMissing = false;
        if (application.authorizesOnlyEmployees() && !Membership.isMember(client, user)) {
            if (Invitations.of(client).open(user.getEmail()).isEmpty()) {
                return ONLY_EMPLOYEES;
            }
            verificationMissing = !user.isEmailVerified();
        }
        EmailDomains domains = application.allowedEmailDomains();
        if (!domains.admitEverybody()) {
            if (!domains.admit(user.getEmail())) {
                return EMAIL_DOMAIN;
            }
            verificationMissing |= !user.isEmailVerified();
        }
        return verificationMissing ? EMAIL_NOT_VERIFIED : ALLOWED;
    }

    static boolean isAdministrator(ClientModel client, UserModel user) {
        return Arrays.stream(ApplicationRole.values()).filter(ApplicationRole::isAdministrator)
                .anyMatch(role -> role.belongsTo(client, user));
    }

    private static boolean isBlocked(ClientModel client, UserModel user) {
        RoleModel blocked = client.getRole(BLOCKED_ROLE);
        return blocked != null && user.hasRole(blocked)
                || user.getAttributeStream(BLOCKED_ATTRIBUTE).anyMatch(client.getClientId()::equals);
    }
}
