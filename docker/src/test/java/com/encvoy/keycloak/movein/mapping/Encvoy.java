package com.encvoy.keycloak.movein.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.movein.decision.Decisions;
import com.encvoy.keycloak.movein.picture.PictureFolder;
import com.encvoy.keycloak.movein.source.Person;
import com.encvoy.keycloak.movein.state.Names;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A small Encvoy ID and the realm it moves into, for tests of the mapping. */
final class Encvoy {

    static final long CREATED = 1_700_000_000_000L;

    private static final String PROFILE = """
            {"attributes":[
              {"name":"username","validations":{"length":{"min":3,"max":255},"username-prohibited-characters":{}}},
              {"name":"email","validations":{"email":{},"length":{"max":255}}},
              {"name":"firstName","validations":{"length":{"max":255},"person-name-prohibited-characters":{}}},
              {"name":"lastName","validations":{"length":{"max":255},"person-name-prohibited-characters":{}}},
              {"name":"nickname","validations":{"person-name-prohibited-characters":{}}},
              {"name":"birthdate","validations":{"pattern":{"pattern":"\\\\d{4}-\\\\d{2}-\\\\d{2}"}}},
              {"name":"picture","validations":{"pattern":{"pattern":"https://.+"}}},
              {"name":"phone_number"},{"name":"custom_fields.department"},{"name":"custom_fields.bad_name"},
              {"name":"phone_number_verified"},
              {"name":"public_profile_claims_oauth",
               "validations":{"options":{"options":["id","email","nickname","phone_number"]}}}]}""";

    final Set<String> otherLogins = new HashSet<>();
    final Set<String> otherEmails = new HashSet<>();
    final Set<Integer> otherIds = new HashSet<>();
    final Set<String> actions = new HashSet<>(Set.of("encvoy-restore-account"));
    final Decisions decisions;
    final Tally tally = new Tally();
    String pictures;
    PictureFolder folder;

    private final List<Person> people = new ArrayList<>();

    Encvoy(Map<String, String> decided) {
        decisions = new Decisions(decided, Map.of(), false);
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @param columns JSON with single quotes */
    Person person(int number, String columns) {
        return person(number, columns, List.of(), List.of());
    }

    Person person(int number, String columns, List<JsonNode> accounts, List<JsonNode> roles) {
        Person person = new Person(number, json(columns), accounts, roles, List.of("wiki", "gone"), CREATED);
        people.add(person);
        return person;
    }

    /** What becomes of a person among those who were added so far. */
    Optional<MovedPerson> move(Person person) {
        Names logins = new Names();
        Names emails = new Names();
        people.forEach(one -> {
            logins.add(one.text("login").toLowerCase(Locale.ROOT));
            if (!one.text("email").isEmpty()) {
                emails.add(one.text("email").toLowerCase(Locale.ROOT));
            }
        });
        logins.seal();
        emails.seal();
        PersonMapping mapping = new PersonMapping(
                new Surroundings(
                        facts(),
                        here(),
                        logins,
                        emails,
                        Map.of("department", "department", "bad name", "bad_name"),
                        new Providers(
                                List.of(
                                        json("{'id':1,'type':'GITHUB'}"),
                                        json("{'id':2,'type':'CUSTOM','params':{'issuer':'https://idp.example'}}")),
                                decisions),
                        Set.of("wiki"),
                        pictures(),
                        decisions,
                        tally),
                "root");
        Optional<MovedPerson> moved = Optional.empty();
        for (Person one : people) {
            Optional<MovedPerson> mapped = mapping.of(one);
            moved = one.number() == person.number() ? mapped : moved;
        }
        return moved;
    }

    private Pictures pictures() {
        return folder == null
                ? Pictures.servedAt(pictures, tally)
                : Pictures.copiedFrom(folder, "https://id.example.com/realms/encvoy", tally);
    }

    RealmFacts facts() {
        return RealmFacts.of(
                "encvoy",
                json(PROFILE),
                Set.of("de", "en"),
                actions,
                Set.of("encvoy"),
                "id.example.com",
                "default",
                "2026-01-01");
    }

    private Here here() {
        return new Here() {
            @Override
            public boolean hasLogin(String login) {
                return otherLogins.contains(login);
            }

            @Override
            public boolean hasEmail(String email) {
                return otherEmails.contains(email);
            }

            @Override
            public boolean hasId(int number) {
                return otherIds.contains(number);
            }

            @Override
            public boolean hasOtherId(int number) {
                return false;
            }
        };
    }
}
