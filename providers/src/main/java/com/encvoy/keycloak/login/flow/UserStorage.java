package com.encvoy.keycloak.login.flow;

import java.util.List;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageId;

/**
 * Writes to a user that the user's storage may refuse. A directory that is connected read-only, such as LDAP, throws an
 * exception, or ignores the value, which its next page would ask for again.
 */
public final class UserStorage {

    private static final Logger LOG = Logger.getLogger(UserStorage.class);

    private static final String SAMPLE = "-";

    private UserStorage() {}

    /**
     * Whether the storage accepts a value of this attribute. Storages do not say so: a value is written and taken back.
     * Writing the value that is there does not tell, because Keycloak's cache does not pass it on. Users of Keycloak's
     * own storage are not written to.
     */
    public static boolean acceptsAttribute(UserModel user, String name) {
        List<String> before = user.getAttributeStream(name).toList();
        return isOurs(user)
                || write(user, person -> {
                    person.setAttribute(name, List.of(SAMPLE));
                    person.setAttribute(name, before);
                });
    }

    /** Like {@link #acceptsAttribute}, for the mark that the address is verified. */
    public static boolean acceptsVerifiedEmail(UserModel user) {
        boolean before = user.isEmailVerified();
        return isOurs(user)
                || write(user, person -> {
                    person.setEmailVerified(!before);
                    person.setEmailVerified(before);
                });
    }

    private static boolean isOurs(UserModel user) {
        return StorageId.isLocalStorage(user.getId()) && user.getFederationLink() == null;
    }

    /** @return whether the storage has accepted the change */
    public static boolean write(UserModel user, Consumer<UserModel> change) {
        try {
            change.accept(user);
            return true;
        } catch (ReadOnlyException | ModelException e) {
            LOG.debugf(e, "The storage of user '%s' refused a change", user.getId());
            return false;
        }
    }
}
