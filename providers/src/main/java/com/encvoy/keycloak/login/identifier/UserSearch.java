package com.encvoy.keycloak.login.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

import com.encvoy.keycloak.login.flow.Identifier;

/** Finds the user that an identifier belongs to. */
public final class UserSearch {

    private static final Logger LOG = Logger.getLogger(UserSearch.class);

    private static final String NOBODY = "unknown-";

    private final UserProvider users;
    private final RealmModel realm;
    private final List<Runnable> owed = new ArrayList<>();

    public UserSearch(KeycloakSession session, RealmModel realm) {
        this.users = session.users();
        this.realm = realm;
    }

    /**
     * Finds a user by exact user name, or else by e-mail address or phone number. A user name cannot be another user's
     * address or number, see {@link UsernameRule}. Always performs all lookups, so that the response time reveals
     * nothing.
     *
     * @return empty if the identifier belongs to no user, or to several
     */
    Optional<UserModel> find(Identifier identifier, IdentifierConfig config) {
        if (identifier.isEmpty() || identifier.isTooLong()) {
            return Optional.empty();
        }
        Optional<UserModel> named = config.fields().contains(LoginField.LOGIN) ? byName(identifier) : Optional.empty();
        Optional<UserModel> reached = byContact(identifier, config);
        return named.or(() -> reached).filter(user -> user.getServiceAccountClientLink() == null);
    }

    /**
     * Looks up one unknown name for each user found. Keycloak finds known users in its cache and searches the database
     * for unknown ones; without this, the response time would tell them apart. Not needed if the response itself
     * reveals the result.
     */
    public void settle() {
        owed.forEach(Runnable::run);
        owed.clear();
    }

    private Optional<UserModel> byContact(Identifier identifier, IdentifierConfig config) {
        if (identifier.looksLikeEmail()
                && config.fields().contains(LoginField.EMAIL)
                && realm.isLoginWithEmailAllowed()) {
            return byEmail(identifier);
        }
        if (identifier.looksLikePhoneNumber() && config.fields().contains(LoginField.PHONE_NUMBER)) {
            return PhoneNumbers.e164(identifier.text(), config.defaultRegion()).flatMap(this::byPhoneNumber);
        }
        return Optional.empty();
    }

    public Optional<UserModel> byName(Identifier identifier) {
        UserModel found = users.getUserByUsername(realm, identifier.text());
        if (found != null) {
            owed.add(() -> users.getUserByUsername(
                    realm, NOBODY + SecretGenerator.getInstance().generateSecureID()));
        }
        return Optional.ofNullable(found);
    }

    public Optional<UserModel> byEmail(Identifier identifier) {
        try {
            UserModel found = users.getUserByEmail(realm, identifier.lowerCase());
            if (found != null) {
                owed.add(() -> users.getUserByEmail(
                        realm, NOBODY + SecretGenerator.getInstance().generateSecureID() + "@invalid"));
            }
            return Optional.ofNullable(found);
        } catch (ModelDuplicateException e) {
            LOG.warnf(
                    "Realm '%s' has several users with the same e-mail address: none of them can sign in with it.",
                    realm.getName());
            return Optional.empty();
        }
    }

    Optional<UserModel> byPhoneNumber(String e164) {
        List<UserModel> found = users.searchForUserByUserAttributeStream(realm, PhoneNumbers.ATTRIBUTE, e164)
                .limit(2)
                .toList();
        if (found.size() > 1) {
            LOG.warnf(
                    "Realm '%s' has several users with the same phone number: none of them can sign in with it.",
                    realm.getName());
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
