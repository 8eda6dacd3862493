package com.encvoy.keycloak.movein.realm;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.MovedApplication;
import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.fasterxml.jackson.databind.JsonNode;

/** Writes everything that moves in, in the order of its dependencies. Every step can be repeated. */
public final class Writer {

    /** A request of this size takes about a second. */
    private static final int PORTION = 100;

    private final AdminRealm realm;
    private final TargetRealm target;
    private final PeopleHere here;
    private final ApplicationIds ids;
    private final ProviderWriter providers;
    private final PictureUpload pictures;
    private final String defaultRole;
    private final Outcome outcome = new Outcome();

    /**
     * @param address of the server, as people will reach it
     * @param withPictures whether this run knows where pictures are
     */
    public Writer(
            AdminRealm realm,
            TargetRealm target,
            PeopleHere here,
            String defaultRole,
            URI address,
            boolean withPictures) {
        this.realm = realm;
        this.target = target;
        this.here = here;
        this.defaultRole = defaultRole;
        this.ids = new ApplicationIds(realm);
        this.providers = new ProviderWriter(realm, address, outcome);
        this.pictures = new PictureUpload(realm, address, withPictures, outcome);
    }

    public Outcome outcome() {
        return outcome;
    }

    /**
     * @param profile the user profile with all that people have
     * @param settings of the realm
     * @param bcrypt whether this run brings bcrypt hashes
     * @param firstDeletion the day before the first on which an account is deleted; null if none is
     */
    public void realm(JsonNode profile, Map<String, String> settings, boolean bcrypt, String firstDeletion) {
        target.declare(profile);
        if (firstDeletion != null) {
            target.registerRestore();
        }
        new RealmWriter(realm, outcome).bring(pictures.ofRealm(settings), bcrypt, firstDeletion);
    }

    /** @param rows by alias */
    public void providers(Map<String, JsonNode> rows) {
        rows.forEach(providers::bringProvider);
    }

    /** @param jwks the file {@code jwks.json} */
    public void keys(JsonNode jwks) {
        providers.bringKeys(jwks);
    }

    public void subjectMapper() {
        providers.addSubjectMapper();
    }

    public void applications(List<MovedApplication> applications, LongConsumer progress) {
        ApplicationWriter writer = new ApplicationWriter(realm, target.scopes(), pictures, outcome);
        long done = 0;
        try (Workers workers = new Workers()) {
            for (MovedApplication application : applications) {
                workers.submit(() -> writer.bring(application));
                progress.accept(++done);
            }
            workers.finish();
        }
    }

    /** @param next the next person, null after the last */
    public void people(Supplier<MovedPerson> next, LongConsumer progress) {
        PeopleImport creation = new PeopleImport(realm, defaultRole, target.defaultGroups(), ids, pictures, outcome);
        PersonUpdate update = new PersonUpdate(realm, ids, pictures, outcome);
        List<MovedPerson> portion = new ArrayList<>();
        long done = 0;
        try (Workers workers = new Workers()) {
            for (MovedPerson person = next.get(); person != null; person = next.get()) {
                MovedPerson changed = person;
                if (!here.hasMoved(person.number())) {
                    portion.add(person);
                } else if (!here.isUpToDate(person.number(), person.state())) {
                    workers.submit(() -> update.bring(changed, here.id(changed.number())));
                }
                if (portion.size() == PORTION) {
                    List<MovedPerson> full = List.copyOf(portion);
                    workers.submit(() -> creation.bring(full));
                    portion.clear();
                }
                progress.accept(++done);
            }
            if (!portion.isEmpty()) {
                creation.bring(portion);
            }
            workers.finish();
        }
    }

    /**
     * @param rows of {@code "ClientInvitation"} by client ID
     * @param inviters ids of owners in Keycloak
     */
    public void invitations(Map<String, List<JsonNode>> rows, Function<String, String> inviters, int days) {
        InvitationWriter writer = new InvitationWriter(realm, ids, days, outcome);
        rows.forEach((clientId, some) -> writer.bring(clientId, some, inviters.apply(clientId)));
    }
}
