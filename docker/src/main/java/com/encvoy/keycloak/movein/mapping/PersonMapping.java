package com.encvoy.keycloak.movein.mapping;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.mapping.MovedPerson.Link;
import com.encvoy.keycloak.movein.source.Moments;
import com.encvoy.keycloak.movein.source.Person;
import com.fasterxml.jackson.databind.JsonNode;

/** Maps a person of an Encvoy ID to a user. Reports conflicts to the decisions, which resolve them. */
public final class PersonMapping {

    /** User attribute: the last day on which an account can be restored. */
    public static final String DELETE_AFTER = "encvoy.delete_after";

    /** User attribute: the number, where it is not the id. */
    public static final String SUBJECT = "encvoy_sub";

    private static final Set<String> ROLES = Set.of("OWNER", "EDITOR", "USER");

    private final Surroundings around;
    private final String rootClient;
    private final NameMapping names;
    private final FieldMapping profile;
    private final CredentialMapping credentials;

    /** @param rootClient client ID of the whole system, whose owners and editors administer everything */
    public PersonMapping(Surroundings around, String rootClient) {
        this.around = around;
        this.rootClient = rootClient;
        this.names = new NameMapping(around);
        this.profile = new FieldMapping(around);
        this.credentials = new CredentialMapping(
                around.decisions(), around.tally(), around.realm().host());
    }

    /** @return empty if the person is to be left out */
    public Optional<MovedPerson> of(Person person) {
        Optional<String> login = names.login(person);
        Optional<Boolean> keepsId = keepsId(person);
        if (login.isEmpty() || keepsId.isEmpty()) {
            around.tally().note("people are left out, as decided");
            return Optional.empty();
        }
        long created = created(person);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("username", login.get());
        String address = names.address(person);
        if (!address.isEmpty()) {
            fields.put("email", address);
        }
        fields.put("emailVerified", String.valueOf(!address.isEmpty() && person.flag("email_verified")));
        profile.addTo(fields, person, created);
        if (!keepsId.get()) {
            fields.put(SUBJECT, String.valueOf(person.number()));
        }
        Set<String> actions = new LinkedHashSet<>();
        if (person.flag("password_change_required")) {
            actions.add("UPDATE_PASSWORD");
        }
        boolean enabled = mark(person, fields, actions) && !person.flag("blocked");
        fields.put("enabled", String.valueOf(enabled));
        return Optional.of(new MovedPerson(
                person.number(),
                keepsId.get(),
                fields,
                actions,
                credentials.of(person, created),
                links(person, fields),
                roles(person),
                created,
                person.favorites().stream()
                        .filter(around.applications()::contains)
                        .toList(),
                profile.picture(person, fields)));
    }

    /** The day of registration is not stored: the nearest to it is the first sign-in, or the first password. */
    private static long created(Person person) {
        Long password = Moments.millis(person.user().path("password_updated_at"));
        Long signIn = person.firstSignIn();
        if (password == null || signIn == null) {
            return password == null && signIn == null ? 0 : password == null ? signIn : password;
        }
        return Math.min(password, signIn);
    }

    private Optional<Boolean> keepsId(Person person) {
        if (around.here().hasOtherId(person.number())) {
            return Optional.of(false);
        }
        if (!around.here().hasId(person.number())) {
            return Optional.of(true);
        }
        String decision = around.decisions()
                .about(Conflict.of(
                        "person/" + person.number() + "/id",
                        "The number of person " + person.number() + " is the ID of another user on this server. It"
                                + " becomes the attribute " + SUBJECT + ", and applications still see it as the"
                                + " subject; this person has to set up passkeys again.",
                        "attribute",
                        "attribute",
                        Conflict.LEAVE_OUT));
        return decision.equals("attribute") ? Optional.of(false) : Optional.empty();
    }

    /** @return false if the account must be disabled, because the realm cannot let people restore it */
    private boolean mark(Person person, Map<String, String> fields, Set<String> actions) {
        LocalDateTime purge = Moments.read(person.user().path("deleted"));
        if (purge == null) {
            return true;
        }
        if (!around.realm().canRestore()) {
            around.tally().note("accounts to be deleted are disabled: this realm cannot restore them");
            return false;
        }
        String day = purge.toLocalDate().toString();
        fields.put(
                DELETE_AFTER,
                day.compareTo(around.realm().today()) < 0 ? around.realm().today() : day);
        actions.add(RealmFacts.RESTORE);
        return true;
    }

    private List<Link> links(Person person, Map<String, String> fields) {
        List<Link> links = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        for (JsonNode account : person.accounts()) {
            around.providers().of(account).ifPresent(alias -> {
                if (links.stream().anyMatch(link -> link.alias().equals(alias))) {
                    around.tally().left("second accounts at the same provider: Keycloak keeps one");
                    return;
                }
                String id = account.path("sub").asText("");
                links.add(new Link(alias, id, account.path("label").asText(id)));
                if (account.path("public").asInt(0) > 0) {
                    shown.add(alias);
                }
                if (account.path("public").asInt(0) > 1) {
                    around.tally().note("linked accounts that everyone could see are shown to applications only");
                }
            });
        }
        if (!shown.isEmpty()) {
            fields.put("public_external_accounts", String.join("\n", shown));
        }
        return links;
    }

    private Map<String, String> roles(Person person) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (JsonNode row : person.roles()) {
            String clientId = row.path("client_id").asText();
            String role = row.path("role").asText("").toUpperCase(Locale.ROOT);
            if (clientId.equals(rootClient)) {
                if (role.equals("OWNER") || role.equals("EDITOR")) {
                    administrator(person, roles);
                } else if (role.equals("ADMIN")) {
                    around.tally()
                            .left("managers of the whole system (ADMIN): the realm has no such role; give them roles of"
                                    + " realm-management");
                }
            } else if (ROLES.contains(role) && around.applications().contains(clientId)) {
                roles.put(clientId, role);
            } else if (!role.equals("USER")) {
                around.tally().left("roles in organisations, and in applications that are not brought");
            }
        }
        return roles;
    }

    private void administrator(Person person, Map<String, String> roles) {
        String decision = around.decisions()
                .about(Conflict.of(
                        "person/" + person.number() + "/administrator",
                        "Person " + person.number() + " (" + person.text("login") + ") administers the whole Encvoy"
                                + " ID. In Keycloak, this is the role realm-admin of the client realm-management.",
                        "grant",
                        "grant",
                        Conflict.NONE));
        if (decision.equals("grant")) {
            roles.put("realm-management", "realm-admin");
        }
    }
}
