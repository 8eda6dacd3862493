package com.encvoy.keycloak.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/**
 * Marks an account whose owner wants it to be deleted: it can only be restored. Any value of the attribute marks the
 * account, so that a damaged value does not unlock it.
 */
public final class DeletionMark {

    /**
     * User attribute: the last day on which the account can be restored, {@code yyyy-MM-dd}. It is deleted when that
     * day is over in UTC. Stored in realms, never to be renamed.
     */
    public static final String ATTRIBUTE = "encvoy.delete_after";

    /**
     * User attribute: why the account was not deleted although the day is over, such as {@code last_owner}. The next
     * attempt is a day later. Stored in realms, never to be renamed.
     */
    public static final String HELD = "encvoy.deletion_held";

    /**
     * Provider id of the required action that offers to restore the account. Marked users have it, because Keycloak
     * refuses grants without a browser to users with a required action. Stored in realms, never to be renamed.
     */
    public static final String ACTION = "encvoy-restore-account";

    private DeletionMark() {}

    public static boolean isOn(UserModel user) {
        return StringUtil.isNotBlank(user.getFirstAttribute(ATTRIBUTE));
    }

    /** The last day on which it can be restored; empty if it is not marked, or the day cannot be read. */
    public static Optional<LocalDate> day(UserModel user) {
        String day = user.getFirstAttribute(ATTRIBUTE);
        try {
            return StringUtil.isBlank(day) ? Optional.empty() : Optional.of(LocalDate.parse(day.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @param day the last one on which the account can be restored */
    public static void set(UserModel user, LocalDate day) {
        user.setSingleAttribute(ATTRIBUTE, day.toString());
        user.addRequiredAction(ACTION);
    }

    /** After the attribute was changed by other means, such as the admin console. */
    public static void complete(UserModel user) {
        boolean asked = user.getRequiredActionsStream().anyMatch(ACTION::equals);
        if (isOn(user) && !asked) {
            user.addRequiredAction(ACTION);
        } else if (asked && !isOn(user)) {
            user.removeRequiredAction(ACTION);
        }
    }

    public static void remove(UserModel user) {
        user.removeAttribute(ATTRIBUTE);
        user.removeAttribute(HELD);
        user.removeRequiredAction(ACTION);
    }
}
