package com.encvoy.keycloak.movein;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.encvoy.keycloak.movein.mapping.MovedApplication;
import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.encvoy.keycloak.movein.realm.Outcome;
import com.encvoy.keycloak.movein.realm.PeopleHere;
import com.encvoy.keycloak.movein.realm.Writer;
import com.encvoy.keycloak.movein.source.EncvoyDatabase;
import com.encvoy.keycloak.movein.source.People;
import com.fasterxml.jackson.databind.JsonNode;

/** Brings what a survey has found. */
final class Move {

    private final EncvoyDatabase source;
    private final Survey survey;
    private final PeopleHere here;
    private final Writer writer;
    private final MoveInSettings settings;
    private final PrintWriter progress;

    Move(
            EncvoyDatabase source,
            Survey survey,
            PeopleHere here,
            Writer writer,
            MoveInSettings settings,
            PrintWriter progress) {
        this.source = source;
        this.survey = survey;
        this.here = here;
        this.writer = writer;
        this.settings = settings;
        this.progress = progress;
    }

    Outcome run() {
        tell("Settings of the realm");
        writer.realm(
                survey.profile(),
                survey.settings(),
                survey.count().bringsBcrypt(),
                survey.count().firstDeletion());
        if (survey.count().hasOtherIds()) {
            writer.subjectMapper();
        }
        if (settings.jwks() != null) {
            writer.keys(settings.jwks());
        }
        writer.providers(survey.providers());
        List<MovedApplication> applications = survey.applications();
        tell("Applications: " + applications.size());
        writer.applications(applications, new Progress(progress, "Applications", applications.size()));
        tell("People: " + survey.count().found());
        try (People people = source.people()) {
            writer.people(
                    () -> next(people),
                    new Progress(progress, "People", survey.count().found()));
        }
        invitations(applications);
        return writer.outcome();
    }

    private void tell(String what) {
        progress.println(what + " ...");
        progress.flush();
    }

    /** The next person who is brought; null after the last. */
    private MovedPerson next(People people) {
        while (people.hasNext()) {
            Optional<MovedPerson> next = survey.map(people.next());
            if (next.isPresent()) {
                return next.get();
            }
        }
        return null;
    }

    private void invitations(List<MovedApplication> applications) {
        Set<String> brought =
                applications.stream().map(MovedApplication::clientId).collect(Collectors.toSet());
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        source.rows("ClientInvitation", "client_id").forEachRemaining(row -> {
            if (brought.contains(row.path("client_id").asText())) {
                rows.computeIfAbsent(row.path("client_id").asText(), id -> new ArrayList<>())
                        .add(row);
            }
        });
        Map<String, Integer> owners = new HashMap<>();
        source.owners()
                .forEachRemaining(row -> owners.put(
                        row.path("client_id").asText(), row.path("owner").intValue()));
        String root = source.root().path("client_id").asText();
        writer.invitations(
                rows,
                clientId -> id(owners.getOrDefault(clientId, owners.getOrDefault(root, 1))),
                settings.invitationDays());
    }

    private String id(int number) {
        return here.hasMoved(number)
                ? here.id(number)
                : MovedPerson.id(number, !here.hasId(number), survey.facts().name());
    }
}
