package com.encvoy.keycloak.account.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.userprofile.UserProfileContext;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.claims.PersonalValues;

/**
 * The person's own choice of what applications see. It follows the realm's user profile: values that the person may not
 * change stay as they are, and so do names that are not shown.
 */
public final class PrivacyEditor {

    /** Another name of the field {@code phone_number}, which a choice may still hold. */
    private static final String PHONE = "phone";

    private static final String PHONE_NUMBER = "phone_number";

    private static final int VERSION_LENGTH = 22;

    private final KeycloakSession session;
    private final UserModel user;
    private final VisibleData data;

    public PrivacyEditor(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.user = user;
        this.data = new VisibleData(session, realm, user);
    }

    /** Changes with every choice that the form shows. */
    public String version() {
        List<Object> parts = List.of(
                data.isChosen(),
                new TreeSet<>(data.released()),
                new TreeSet<>(data.shownAccounts()),
                data.fields().stream().map(ProfileField::name).toList(),
                data.accounts().stream().map(LinkedAccount::alias).toList());
        return HashUtils.sha256UrlEncodedHash(parts.toString(), StandardCharsets.UTF_8)
                .substring(0, VERSION_LENGTH);
    }

    /**
     * Saves which of the fields and linked accounts that are shown applications see.
     *
     * @param fields names of those that they see
     * @param accounts aliases of those that they see
     * @param version {@link #version} of what the person has seen, null for any
     * @param event {@code UPDATE_PROFILE}, fired if something is changed
     * @return why nothing was saved; empty if all was
     */
    public List<Refusal> save(Set<String> fields, Set<String> accounts, String version, EventBuilder event) {
        // Keycloak reads from the database, no longer from its cache, once something was written.
        return write(() -> {
            user.removeAttribute("encvoy.unset");
            if (version != null && !version.equals(version())) {
                return List.of(Refusal.of("", "stale", "The choice has been changed since it was read."));
            }
            boolean changed = data.mayChooseFields() && chooseFields(fields, event);
            changed |= data.mayChooseAccounts() && chooseAccounts(accounts, event);
            fire(changed, event);
            return List.of();
        });
    }

    /** Takes the choice of fields back, so that the realm's default applies. */
    public List<Refusal> useDefault(EventBuilder event) {
        return write(() -> {
            boolean changed = data.mayChooseFields() && data.isChosen();
            if (changed) {
                change(ReleasePolicy.ATTRIBUTE, List.of(), event);
            }
            fire(changed, event);
            return List.of();
        });
    }

    private boolean chooseFields(Set<String> chosen, EventBuilder event) {
        Set<String> before = data.released();
        Set<String> names = new LinkedHashSet<>();
        // Alone, it says that nothing else is released: no value at all would mean that the person never chose.
        names.add(VisibleData.ID);
        Set<String> others = new TreeSet<>(before);
        data.fields().forEach(field -> {
            others.remove(field.name());
            if (field.name().equals(PHONE_NUMBER)) {
                others.remove(PHONE);
            }
            if (field.changeable() ? chosen.contains(field.name()) : field.released()) {
                names.add(field.name());
            }
        });
        names.addAll(others);
        return !(data.isChosen() && names.equals(before)) && change(ReleasePolicy.ATTRIBUTE, List.copyOf(names), event);
    }

    private boolean chooseAccounts(Set<String> chosen, EventBuilder event) {
        Set<String> before = data.shownAccounts();
        Set<String> aliases = new TreeSet<>(before);
        data.accounts().forEach(account -> {
            if (chosen.contains(account.alias())) {
                aliases.add(account.alias());
            } else {
                aliases.remove(account.alias());
            }
        });
        return !aliases.equals(before) && change(PersonalValues.ACCOUNTS_ATTRIBUTE, List.copyOf(aliases), event);
    }

    private boolean change(String attribute, List<String> values, EventBuilder event) {
        List<String> before = user.getAttributeStream(attribute).toList();
        if (values.isEmpty()) {
            user.removeAttribute(attribute);
        } else {
            user.setAttribute(attribute, new ArrayList<>(values));
        }
        event.detail(Details.PREF_PREVIOUS + attribute, before).detail(Details.PREF_UPDATED + attribute, values);
        return true;
    }

    private static void fire(boolean changed, EventBuilder event) {
        if (changed) {
            event.detail(Details.CONTEXT, UserProfileContext.ACCOUNT.name()).success();
        }
    }

    private interface Change {
        List<Refusal> make();
    }

    /** The storage of a federated user may accept no change. */
    private List<Refusal> write(Change change) {
        try {
            return change.make();
        } catch (ReadOnlyException | ModelException e) {
            session.getTransactionManager().setRollbackOnly();
            return List.of(Refusal.of("", "read_only", "The storage of this account does not allow changes."));
        }
    }
}
