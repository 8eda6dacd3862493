package com.encvoy.keycloak.movein;

import java.time.LocalDate;

import com.encvoy.keycloak.movein.mapping.Credential;
import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.encvoy.keycloak.movein.mapping.PersonMapping;
import com.encvoy.keycloak.movein.mapping.Tally;
import com.encvoy.keycloak.movein.realm.PeopleHere;

/** The people of an Encvoy ID, counted, and what their move needs in the realm. */
final class PeopleCount {

    private final PeopleHere here;
    private final Tally tally;

    private long found;
    private long unchanged;
    private long changed;
    private long seen;
    private boolean bcrypt;
    private boolean otherIds;
    private String firstDeletion;

    PeopleCount(PeopleHere here, Tally tally) {
        this.here = here;
        this.tally = tally;
    }

    /** Counts a person who was found, whether brought or not. */
    long next() {
        return ++found;
    }

    /** Counts what a person brings. */
    void add(MovedPerson person) {
        tally.brought("people");
        person.credentials()
                .forEach(credential -> tally.brought(
                        switch (credential.type()) {
                            case Credential.PASSWORD -> "passwords";
                            case Credential.ONE_TIME -> "one-time passwords";
                            default -> "passkeys";
                        }));
        person.links().forEach(link -> tally.brought("linked accounts"));
        person.roles().forEach((clientId, role) -> tally.brought("roles"));
        person.favorites().forEach(favorite -> tally.brought("favourite applications"));
        if (person.picture() != null) {
            tally.brought("pictures of people");
        }
        if (person.fields().get("enabled").equals("false")) {
            tally.brought("blocked people");
        }
        String day = person.fields().get(PersonMapping.DELETE_AFTER);
        if (day != null) {
            tally.brought("accounts to be deleted");
            String before = LocalDate.parse(day).minusDays(1).toString();
            firstDeletion = firstDeletion == null || before.compareTo(firstDeletion) < 0 ? before : firstDeletion;
        }
        otherIds |= !person.keepsId();
        if (here.hasMoved(person.number())) {
            seen++;
        }
        if (here.isUpToDate(person.number(), person.state())) {
            unchanged++;
            return;
        }
        if (here.hasMoved(person.number())) {
            changed++;
        }
        bcrypt |= person.credentials().stream()
                .anyMatch(credential -> credential.type().equals(Credential.PASSWORD));
    }

    /** Whether anyone who is new or has changed brings a bcrypt hash. */
    boolean bringsBcrypt() {
        return bcrypt;
    }

    /** Whether the number of any person cannot become the id. */
    boolean hasOtherIds() {
        return otherIds;
    }

    /** The day before the first on which an account is deleted; null if none is. */
    String firstDeletion() {
        return firstDeletion;
    }

    /** How many moved in earlier and are not brought any more: removed from Encvoy ID, or left out. They stay. */
    long gone() {
        return here.moved() - seen;
    }

    long found() {
        return found;
    }

    long unchanged() {
        return unchanged;
    }

    long changed() {
        return changed;
    }
}
