package com.encvoy.keycloak.movein;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminClient;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.decision.Decisions;
import com.encvoy.keycloak.movein.mapping.ApplicationMapping;
import com.encvoy.keycloak.movein.mapping.CustomFields;
import com.encvoy.keycloak.movein.mapping.FieldRules;
import com.encvoy.keycloak.movein.mapping.LookMapping;
import com.encvoy.keycloak.movein.mapping.MovedApplication;
import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.encvoy.keycloak.movein.mapping.PersonMapping;
import com.encvoy.keycloak.movein.mapping.Pictures;
import com.encvoy.keycloak.movein.mapping.ProfileDeclaration;
import com.encvoy.keycloak.movein.mapping.Providers;
import com.encvoy.keycloak.movein.mapping.RealmFacts;
import com.encvoy.keycloak.movein.mapping.RealmMapping;
import com.encvoy.keycloak.movein.mapping.Surroundings;
import com.encvoy.keycloak.movein.mapping.Tally;
import com.encvoy.keycloak.movein.realm.PeopleHere;
import com.encvoy.keycloak.movein.realm.TargetRealm;
import com.encvoy.keycloak.movein.source.EncvoyDatabase;
import com.encvoy.keycloak.movein.source.People;
import com.encvoy.keycloak.movein.source.Person;
import com.encvoy.keycloak.movein.source.Rows;
import com.encvoy.keycloak.movein.state.Names;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Goes through all data of an Encvoy ID and determines what becomes of it. Writes nothing. */
final class Survey {

    private final EncvoyDatabase source;
    private final TargetRealm target;
    private final Tally tally = new Tally();
    private final List<MovedApplication> applications = new ArrayList<>();
    private final Map<String, JsonNode> providers;
    private final JsonNode profile;
    private final RealmFacts facts;
    private final Map<String, String> settings;
    private final PersonMapping mapping;
    private final PeopleCount count;

    Survey(EncvoyDatabase source, TargetRealm target, PeopleHere here, Decisions decisions, MoveInSettings options) {
        this.source = source;
        this.target = target;
        this.count = new PeopleCount(here, tally);
        JsonNode root = source.root();
        String rootClient = root.path("client_id").asText();
        List<JsonNode> providerRows = source.rows("Provider", "id").all();
        Providers aliases = new Providers(providerRows, decisions);
        providers = aliases.byAlias();
        FieldRules rules = FieldRules.read(source, tally);
        CustomFields fields =
                new CustomFields(source.rows("CustomField", "id").all(), source.customFieldsInUse(), decisions);
        profile = ProfileDeclaration.complete(
                target.profile(), fields, rules, target.facts(target.profile()), State.ATTRIBUTE);
        facts = target.facts(profile);
        Pictures images = options.pictures(facts.name(), tally);
        LookMapping look = new LookMapping(
                images, tally, source.rows("Provider_relations", "id").all(), aliases, categories());
        Map<String, JsonNode> system = systemSettings();
        settings = new RealmMapping(facts, look, tally).of(root, system, providerRows, rules.pattern("password"));
        boolean asked = !system.getOrDefault("ignore_required_fields_for_clients", MissingNode.getInstance())
                .asBoolean(false);
        Set<String> clientIds = applications(decisions, look, asked ? rules.requiredFields(fields.names()) : Map.of());
        rules.tellOfOthers(fields.names().keySet());
        new Remains(source, tally).tell(rootClient);
        Names logins = new Names();
        Names emails = new Names();
        names(logins, emails);
        mapping = new PersonMapping(
                new Surroundings(
                        facts, here, logins, emails, fields.names(), aliases, clientIds, images, decisions, tally),
                rootClient);
    }

    /** Reads who is in the realm, and which numbers are ids elsewhere on the server. */
    static PeopleHere whoIsThere(AdminClient client, AdminRealm realm, EncvoyDatabase source, PrintWriter progress) {
        PeopleHere here = PeopleHere.read(realm, new Progress(progress, "People of the realm read", 0));
        List<Integer> numbers = new ArrayList<>();
        try (Rows rows = source.names()) {
            rows.forEachRemaining(row -> {
                if (!here.hasMoved(row.path("id").intValue())) {
                    numbers.add(row.path("id").intValue());
                }
            });
        }
        if (!here.readOtherRealms(client, realm.name(), numbers)) {
            progress.println("The account may not view users of other realms: if a number is already an ID there, the"
                    + " server refuses that person.");
        }
        return here;
    }

    private Map<String, String> categories() {
        Map<String, String> names = new LinkedHashMap<>();
        source.rows("ClientType", "id")
                .all()
                .forEach(row ->
                        names.put(row.path("id").asText(), row.path("name").asText("")));
        return names;
    }

    private Map<String, JsonNode> systemSettings() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        source.rows("Settings", "id")
                .all()
                .forEach(row -> values.put(row.path("name").asText(), row.path("value")));
        return values;
    }

    private Set<String> applications(Decisions decisions, LookMapping look, Map<String, List<String>> requiredFields) {
        ApplicationMapping mapped =
                new ApplicationMapping(decisions, tally, target.otherClients(), look, requiredFields);
        Set<String> clientIds = new HashSet<>();
        try (Rows rows = source.applications()) {
            rows.forEachRemaining(row -> mapped.of(row).ifPresent(application -> {
                applications.add(application);
                clientIds.add(application.clientId());
                tally.brought("applications");
            }));
        }
        return clientIds;
    }

    private void names(Names logins, Names emails) {
        try (Rows rows = source.names()) {
            rows.forEachRemaining(row -> {
                logins.add(row.path("login").asText("").strip().toLowerCase(Locale.ROOT));
                String email = row.path("email").asText("").strip().toLowerCase(Locale.ROOT);
                if (!email.isEmpty()) {
                    emails.add(email);
                }
            });
        }
        logins.seal();
        emails.seal();
    }

    /** Goes through all people. */
    void people(Progress progress) {
        try (People people = source.people()) {
            while (people.hasNext()) {
                mapping.of(people.next()).ifPresent(count::add);
                progress.accept(count.next());
            }
        }
    }

    /** Maps a person again. */
    Optional<MovedPerson> map(Person person) {
        return mapping.of(person);
    }

    Tally tally() {
        return tally;
    }

    List<MovedApplication> applications() {
        return applications;
    }

    Map<String, JsonNode> providers() {
        return providers;
    }

    JsonNode profile() {
        return profile;
    }

    RealmFacts facts() {
        return facts;
    }

    Map<String, String> settings() {
        return settings;
    }

    PeopleCount count() {
        return count;
    }
}
