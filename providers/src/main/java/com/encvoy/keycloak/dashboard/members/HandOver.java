package com.encvoy.keycloak.dashboard.members;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.shell.Visit;

/**
 * Applications that are to get a new owner.
 *
 * @param clients distinct
 */
record HandOver(List<ClientModel> clients) {

    /** The field of the form with the exact e-mail address or user name of the new owner. */
    static final String OWNER = "owner";

    /** The number of applications on a page of the list. */
    static final int MAX = 20;

    /**
     * @param ids internal ids of clients
     * @throws jakarta.ws.rs.WebApplicationException 404 if one is unknown, or belongs to an application whose owners
     *     the person may not appoint
     */
    static HandOver of(Visit visit, Collection<String> ids) {
        List<ClientModel> clients = new ArrayList<>();
        for (String id : ids.stream().distinct().limit(MAX + 1L).toList()) {
            ClientModel client = visit.caller().realm().getClientById(id);
            if (client == null || !visit.permissions().mayAppointOwners(client)) {
                throw visit.notFound();
            }
            clients.add(client);
        }
        return new HandOver(clients);
    }

    /** An account that can own something: enabled, and of a person. */
    static Optional<UserModel> person(KeycloakSession session, String addressOrLogin) {
        RealmModel realm = session.getContext().getRealm();
        if (StringUtil.isBlank(addressOrLogin)) {
            return Optional.empty();
        }
        String exact = addressOrLogin.strip();
        try {
            return Optional.ofNullable(session.users().getUserByUsername(realm, exact))
                    .or(() -> Optional.ofNullable(session.users().getUserByEmail(realm, exact)))
                    .filter(HandOver::canOwn);
        } catch (ModelDuplicateException e) {
            // Several accounts have this address.
            return Optional.empty();
        }
    }

    static boolean canOwn(UserModel user) {
        return user.isEnabled() && user.getServiceAccountClientLink() == null;
    }

    boolean isPossible() {
        return !clients.isEmpty() && clients.size() <= MAX;
    }

    /** @param person empty if there is none that can own something */
    List<Refusal> refusals(Optional<UserModel> person) {
        List<Refusal> refusals = new ArrayList<>();
        if (!isPossible()) {
            refusals.add(Refusal.of("", "choose_applications", "Please choose at least one application.", MAX));
        }
        if (person.isEmpty()) {
            refusals.add(Refusal.of(OWNER, "owner_unknown", "There is no such active account."));
        }
        // One who is blocked does not count as an owner.
        person.flatMap(owner -> clients.stream()
                        .filter(client -> AccessDecision.isBlocked(client, owner))
                        .findFirst())
                .map(client -> Refusal.of(
                        OWNER,
                        "owner_blocked",
                        "The person is blocked in an application.",
                        Application.of(client).title()))
                .ifPresent(refusals::add);
        return refusals;
    }

    /** The page that asks once more, below the dashboard. */
    String confirmation(UserModel person) {
        return "applications/hand-over/confirm?person=" + encoded(person.getId()) + "&of="
                + encoded(clients.stream().map(ClientModel::getId).collect(Collectors.joining(" ")));
    }

    /** Reads what {@link #confirmation} has written. */
    static List<String> ids(String of) {
        return of == null
                ? List.of()
                : Stream.of(of.split(" ")).filter(StringUtil::isNotBlank).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    List<Map<String, Object>> shown() {
        return clients.stream().map(HandOver::shown).toList();
    }

    static Map<String, Object> shown(ClientModel client) {
        return Map.of("id", client.getId(), "name", Application.of(client).title(), "clientId", client.getClientId());
    }
}
