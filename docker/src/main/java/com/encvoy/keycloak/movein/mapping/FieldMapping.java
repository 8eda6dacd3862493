package com.encvoy.keycloak.movein.mapping;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.source.Moments;
import com.encvoy.keycloak.movein.source.Person;
import com.fasterxml.jackson.databind.JsonNode;

/** Maps the profile of a person. */
final class FieldMapping {

    private static final String CUSTOM = "custom_fields.";

    private final Surroundings around;

    FieldMapping(Surroundings around) {
        this.around = around;
    }

    /** Adds what the person has filled in. */
    void addTo(Map<String, String> fields, Person person, long created) {
        put(fields, person, "firstName", person.text("given_name"));
        put(fields, person, "lastName", person.text("family_name"));
        put(fields, person, "middle_name", person.text("middle_name"));
        put(fields, person, "nickname", person.text("nickname"));
        put(fields, person, "birthdate", birthdate(person, created));
        put(
                fields,
                person,
                "picture",
                file(person)
                        .map(around.pictures()::address)
                        .orElseGet(() -> around.pictures().apply(person.text("picture"))));
        phone(fields, person);
        if (person.flag("email_public")) {
            put(fields, person, "email_public", "true");
        }
        String language = person.text("locale");
        String locale = language.length() < 2 ? "" : language.substring(0, 2).toLowerCase(Locale.ROOT);
        if (around.realm().locales().contains(locale)) {
            fields.put("locale", locale);
        }
        if (person.flag("data_processing_agreement") && around.realm().actions().contains("TERMS_AND_CONDITIONS")) {
            fields.put("terms_and_conditions", String.valueOf(created / 1000));
        }
        custom(fields, person);
        privacy(fields, person);
    }

    private Optional<Path> file(Person person) {
        return around.pictures().file(person.text("picture"));
    }

    /**
     * The file of the picture, if the realm keeps a copy of it.
     *
     * @param fields as {@link #addTo} has filled them
     */
    Path picture(Person person, Map<String, String> fields) {
        return file(person)
                .filter(file -> around.pictures().address(file).equals(fields.get("picture")))
                .orElse(null);
    }

    private void put(Map<String, String> fields, Person person, String attribute, String stored) {
        // Line breaks separate several values.
        String value = stored.replaceAll("\\R+", " ").strip();
        if (value.isEmpty()) {
            return;
        }
        if (!MovedPerson.ROOT.contains(attribute) && !around.realm().profile().declares(attribute)) {
            around.tally().left("values of " + attribute + ": the user profile does not declare it");
            return;
        }
        around.realm()
                .profile()
                .problem(attribute, value)
                .ifPresentOrElse(
                        problem -> refused(fields, person, attribute, value, problem),
                        () -> fields.put(attribute, value));
    }

    private void refused(Map<String, String> fields, Person person, String attribute, String value, String problem) {
        String cleaned = around.realm().profile().cleaned(attribute, value);
        boolean helps = !cleaned.isEmpty()
                && around.realm().profile().problem(attribute, cleaned).isEmpty();
        String decision = around.decisions()
                .about(
                        Conflict.of(
                                "person/" + person.number() + "/" + attribute,
                                "The " + attribute + " of person " + person.number() + " " + problem
                                        + ": the person could not save the profile with it.",
                                helps ? "=" + cleaned : Conflict.NONE,
                                Conflict.VALUE,
                                Conflict.NONE,
                                Conflict.KEEP),
                        other -> around.realm()
                                .profile()
                                .problem(attribute, other)
                                .isEmpty());
        if (decision.equals(Conflict.KEEP)) {
            fields.put(attribute, value);
        } else if (decision.startsWith("=")) {
            fields.put(attribute, decision.substring(1));
        }
    }

    /** Encvoy ID writes the time of registration where none is given: neither midnight, nor another day. */
    private String birthdate(Person person, long created) {
        LocalDateTime moment = Moments.read(person.user().path("birthdate"));
        if (moment == null) {
            return "";
        }
        LocalDate registered =
                Instant.ofEpochMilli(created).atZone(ZoneOffset.UTC).toLocalDate();
        boolean invented = moment.toLocalDate().equals(registered)
                || (person.firstSignIn() == null && !moment.toLocalTime().equals(LocalTime.MIDNIGHT));
        if (invented) {
            around.tally()
                    .note("birthdates are the day of registration, which Encvoy ID stores if people enter none:"
                            + " left out");
            return "";
        }
        return moment.toLocalDate().toString();
    }

    private void phone(Map<String, String> fields, Person person) {
        String digits = person.text("phone_number").replaceFirst("^\\+", "");
        if (digits.isEmpty()) {
            return;
        }
        String number = "+" + digits;
        if (!number.matches("\\+[1-9]\\d{6,14}")) {
            String decision = around.decisions()
                    .about(
                            Conflict.of(
                                    "person/" + person.number() + "/phone_number",
                                    "The phone number of person " + person.number()
                                            + " is not a number with a country code.",
                                    Conflict.NONE,
                                    Conflict.VALUE,
                                    Conflict.NONE),
                            other -> other.matches("\\+[1-9]\\d{6,14}"));
            number = decision.startsWith("=") ? decision.substring(1) : "";
        }
        if (!number.isEmpty()) {
            put(fields, person, "phone_number", number);
            if (person.flag("phone_number_verified") && fields.containsKey("phone_number")) {
                put(fields, person, "phone_number_verified", number);
            }
        }
    }

    private void custom(Map<String, String> fields, Person person) {
        JsonNode values = person.user().path("custom_fields");
        values.properties().forEach(field -> {
            String name = around.customFields().get(field.getKey());
            String value =
                    field.getValue().isValueNode() ? field.getValue().asText("").strip() : "";
            if (name != null && !field.getValue().isNull()) {
                put(fields, person, CUSTOM + name, value);
            }
        });
    }

    /** What applications see; people who show nothing keep the id, as an empty list would mean the realm's default. */
    private void privacy(Map<String, String> fields, Person person) {
        if (person.user().path("public_profile_claims_oauth").isMissingNode()) {
            return;
        }
        List<String> options = around.realm().profile().options("public_profile_claims_oauth");
        Set<String> names = new TreeSet<>(Set.of("id"));
        for (String name : person.text("public_profile_claims_oauth").split("\\s+")) {
            String known = name.equals("phone")
                    ? "phone_number"
                    : around.customFields().getOrDefault(name, name);
            if (options.isEmpty()
                    || options.contains(known)
                    || around.customFields().containsValue(known)) {
                names.add(known);
            }
        }
        names.remove("");
        fields.put("public_profile_claims_oauth", String.join("\n", names));
    }
}
