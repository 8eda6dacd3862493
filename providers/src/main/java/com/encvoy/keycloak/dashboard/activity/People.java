package com.encvoy.keycloak.dashboard.activity;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;

import com.encvoy.keycloak.application.PublicName;
import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.Members;

/**
 * People as the viewer may see them. Of people who are not members, owners see only what the application could learn
 * itself: nothing if it asks for consent and has none. Otherwise the owner of an untrusted application could find out
 * who follows a link.
 */
final class People {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final UserModel self;
    private final boolean whole;
    private final boolean open;
    private final Members members;
    private final Map<String, Map<String, Object>> known = new HashMap<>();

    People(ApplicationVisit visit) {
        this.session = visit.visit().session();
        this.client = visit.client();
        this.realm = client.getRealm();
        this.self = visit.caller().user();
        this.whole = visit.permissions().seesPeopleWhole();
        this.open = visit.permissions().mayReadMembers(client);
        this.members = new Members(session, client, whole);
    }

    /**
     * A person for a template: {@code kind}, a word of the message {@code person.<kind>}; {@code name}, the first that
     * may be seen of name, login and e-mail address; {@code email}; {@code member}, the id of a member.
     */
    Map<String, Object> shown(UserModel user) {
        if (!open && !isSelf(user)) {
            return Map.of("kind", "unseen");
        }
        return known.computeIfAbsent(user.getId(), id -> describe(user));
    }

    /** @param id of a user, who may be gone */
    Map<String, Object> shown(String id) {
        UserModel user = session.users().getUserById(realm, id);
        return user == null ? Map.of("kind", "gone") : shown(user);
    }

    private Map<String, Object> describe(UserModel user) {
        if (user.getServiceAccountClientLink() != null) {
            return user.getServiceAccountClientLink().equals(client.getId())
                    ? Map.of("kind", "machine")
                    : Map.of("kind", "other_machine");
        }
        Optional<Member> member = members.withId(user.getId());
        if (member.isPresent()) {
            Map<String, Object> model = model(
                    member.get().name(), member.get().login(), member.get().email());
            model.put("member", user.getId());
            return model;
        }
        if (whole || isSelf(user)) {
            return model(fullName(user), user.getUsername(), user.getEmail());
        }
        if (!mayLearn(user)) {
            return model(null, null, null);
        }
        ReleasePolicy fields = ReleasePolicy.of(realm, user);
        return model(
                PublicName.of(realm, user).orElse(null),
                fields.has("login") ? user.getUsername() : null,
                fields.has("email") ? user.getEmail() : null);
    }

    private boolean isSelf(UserModel user) {
        return user.getId().equals(self.getId());
    }

    private boolean mayLearn(UserModel user) {
        return !client.isConsentRequired()
                || UserConsentManager.getConsentByClient(session, realm, user, client.getId()) != null;
    }

    private static String fullName(UserModel user) {
        String name = Objects.toString(user.getFirstName(), "") + " " + Objects.toString(user.getLastName(), "");
        return name.isBlank() ? null : name.strip();
    }

    private static Map<String, Object> model(String name, String login, String email) {
        Map<String, Object> model = new HashMap<>();
        Optional<String> first =
                Stream.of(name, login, email).filter(Objects::nonNull).findFirst();
        model.put("kind", first.isPresent() ? "known" : "private");
        first.ifPresent(text -> model.put("name", text));
        Optional.ofNullable(email).ifPresent(address -> model.put("email", address));
        return model;
    }
}
