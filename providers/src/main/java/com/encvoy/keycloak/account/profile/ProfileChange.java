package com.encvoy.keycloak.account.profile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.EventAuditingAttributeChangeListener;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** Changes some attributes of a person by the rules of the realm's user profile, as the account console does. */
final class ProfileChange {

    private final KeycloakSession session;
    private final UserModel user;

    ProfileChange(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    Attributes current() {
        return AccountScope.in(
                session,
                () -> profiles().create(UserProfileContext.ACCOUNT, user).getAttributes());
    }

    /**
     * Saves all or nothing. The event is fired if something changes.
     *
     * @param changes values by attribute; no value removes an attribute
     * @param event of type {@link org.keycloak.events.EventType#UPDATE_PROFILE}
     * @return why nothing was saved; empty if all was
     */
    List<ProfileProblem> save(Map<String, List<String>> changes, EventBuilder event) {
        return AccountScope.in(session, () -> update(complete(changes), event));
    }

    private List<ProfileProblem> update(Map<String, List<String>> attributes, EventBuilder event) {
        UserProfile profile = profiles().create(UserProfileContext.ACCOUNT, attributes, user);
        event.detail(Details.CONTEXT, UserProfileContext.ACCOUNT.name());
        Set<String> changed = new HashSet<>();
        try {
            profile.update(
                    false,
                    new EventAuditingAttributeChangeListener(profile, event),
                    (attribute, person, before) -> changed.add(attribute));
        } catch (ValidationException e) {
            return e.getErrors().stream().map(ProfileProblem::of).toList();
        } catch (ReadOnlyException | ModelException e) {
            session.getTransactionManager().setRollbackOnly();
            return List.of(ProfileProblem.READ_ONLY);
        }
        if (!changed.isEmpty()) {
            event.success();
        }
        return List.of();
    }

    /** With all other attributes of the profile as they are, so that none is missing. */
    private Map<String, List<String>> complete(Map<String, List<String>> changes) {
        Attributes current = current();
        Map<String, List<String>> complete = new HashMap<>(current.toMap());
        complete.keySet().removeAll(current.getUnmanagedAttributes().keySet());
        changes.forEach((attribute, values) ->
                // Keycloak keeps an attribute without a value, and removes one whose value is blank.
                complete.put(attribute, values.isEmpty() ? List.of("") : values));
        return complete;
    }

    private UserProfileProvider profiles() {
        return session.getProvider(UserProfileProvider.class);
    }
}
