package com.encvoy.keycloak.account.profile;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

import com.encvoy.keycloak.application.picture.PersonPicture;
import com.encvoy.keycloak.application.picture.Picture;

/**
 * Changes the picture of a person: an upload, or an address elsewhere. The attribute {@value PersonPicture#ATTRIBUTE}
 * follows the rules of the realm's user profile in both cases. The role of the person is checked by the caller.
 */
public final class PictureEditor {

    private final KeycloakSession session;
    private final UserModel user;
    private final ProfileChange change;

    public PictureEditor(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
        this.change = new ProfileChange(session, user);
    }

    /** Whether the realm's user profile lets the person change it. */
    public boolean isEditable() {
        return !change.current().isReadOnly(PersonPicture.ATTRIBUTE);
    }

    /**
     * Keeps an upload, at a new address.
     *
     * @param event of type {@link org.keycloak.events.EventType#UPDATE_PROFILE}
     * @return why nothing was saved; empty if it was
     */
    public List<ProfileProblem> upload(Picture picture, EventBuilder event) {
        URI address = PersonPicture.freshAddress(session);
        List<ProfileProblem> problems = save(List.of(address.toString()), event);
        return problems.isEmpty() ? write(kept -> kept.keep(picture, address)) : problems;
    }

    /** As {@link #upload}, for a picture elsewhere. */
    public List<ProfileProblem> use(String address, EventBuilder event) {
        if (address.equals(user.getFirstAttribute(PersonPicture.ATTRIBUTE))) {
            return List.of();
        }
        return replace(List.of(address), event);
    }

    /** As {@link #upload}, but removes the picture. */
    public List<ProfileProblem> remove(EventBuilder event) {
        return replace(List.of(), event);
    }

    private List<ProfileProblem> replace(List<String> address, EventBuilder event) {
        List<ProfileProblem> problems = save(address, event);
        return problems.isEmpty() ? write(PersonPicture::forget) : problems;
    }

    private List<ProfileProblem> write(Consumer<PersonPicture> writing) {
        try {
            writing.accept(new PersonPicture(user));
            return List.of();
        } catch (ReadOnlyException | ModelException e) {
            session.getTransactionManager().setRollbackOnly();
            return List.of(ProfileProblem.READ_ONLY);
        }
    }

    private List<ProfileProblem> save(List<String> address, EventBuilder event) {
        // Keycloak passes over attributes that the user profile does not know.
        return isEditable()
                ? change.save(Map.of(PersonPicture.ATTRIBUTE, address), event)
                : List.of(ProfileProblem.READ_ONLY);
    }
}
