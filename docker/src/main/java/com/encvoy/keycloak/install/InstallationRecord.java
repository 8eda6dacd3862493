package com.encvoy.keycloak.install;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.encvoy.keycloak.command.UserError;
import com.encvoy.keycloak.install.thing.Canonical;
import com.encvoy.keycloak.install.thing.Part;
import com.encvoy.keycloak.install.thing.RealmState;
import com.encvoy.keycloak.install.thing.Thing;
import com.encvoy.keycloak.install.thing.Things;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The record of what {@code install} has changed in a realm, kept in an attribute of the realm. It is written before
 * and after the changes, so that an interrupted run can be continued, and it stays small: hashes, and the previous
 * values of settings.
 */
final class InstallationRecord {

    /** Attribute of the realm. The check at the start of the server reads it too. */
    static final String ATTRIBUTE = "encvoy.installation";

    /** Longer records are not written: a realm is read at each request. */
    private static final int MAX_LENGTH = 200_000;

    /** Links of clients that are listed one by one. */
    private static final int MAX_LINKS = 500;

    private final Things things;
    private final RealmState realm;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<Part> parts = EnumSet.noneOf(Part.class);
    private String file;
    private String profile = "";

    private InstallationRecord(RealmState realm) {
        this.realm = realm;
        this.things = new Things(realm);
    }

    static InstallationRecord of(RealmState realm) {
        InstallationRecord record = new InstallationRecord(realm);
        try {
            record.read(Canonical.JSON.readTree(
                    realm.get("").path("attributes").path(ATTRIBUTE).asText("{}")));
            return record;
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("The attribute " + ATTRIBUTE + " of the realm " + realm.name()
                    + " cannot be read: restore it from an export, or remove it; the record of what was installed is"
                    + " then lost.");
        }
    }

    private void read(JsonNode json) {
        file = json.path("file").asText();
        profile = json.path("profile").asText();
        json.path("things").properties().forEach(thing -> entries.put(thing.getKey(), Entry.of(thing.getValue())));
        json.path("parts").forEach(part -> parts.add(Part.valueOf(part.asText().toUpperCase(Locale.ROOT))));
        json.path("links").forEach(link -> links.add(link.asText()));
    }

    /** @param version of the pack */
    void save(String version) {
        ObjectNode json = Canonical.JSON.createObjectNode().put("pack", version).put("file", file);
        if (!profile.isEmpty()) {
            json.put("profile", profile);
        }
        parts.forEach(part -> json.withArray("parts").add(part.toString()));
        entries.forEach((id, entry) -> json.withObject("things").set(id, entry.json()));
        links.forEach(link -> json.withArray("links").add(link));
        String text = json.toString();
        if (text.length() > MAX_LENGTH) {
            throw new UserError("The record of the realm " + realm.name() + " would be too long: install fewer parts.");
        }
        thing().change(Canonical.JSON.getNodeFactory().textNode(text));
    }

    void delete() {
        thing().remove();
    }

    private Thing thing() {
        return things.thing("attribute:" + ATTRIBUTE, "");
    }

    boolean exists() {
        return !file.isEmpty();
    }

    /** Hash of the realm file that was installed; empty without a record. */
    String file() {
        return file;
    }

    void file(String hash) {
        file = hash;
    }

    /** The user profile as it was written by hand; empty if nothing is lost when this tool writes it. */
    String profile() {
        return profile;
    }

    void profile(String text) {
        profile = text;
    }

    Set<Part> parts() {
        return parts;
    }

    /** The entry of a thing; null if the record has none. */
    Entry entry(String id) {
        return entries.get(id);
    }

    void put(String id, Entry entry) {
        entries.put(id, entry);
    }

    /** The ids of all things, in the order in which they were made. */
    List<String> ids() {
        return new ArrayList<>(entries.keySet());
    }

    boolean isPending() {
        return entries.values().stream().anyMatch(Entry::pending);
    }

    /** The paths of scopes that were assigned to clients, where the scope is not ours and stays. */
    Set<String> links() {
        return links;
    }

    boolean hasRoomForLinks() {
        return links.size() < MAX_LINKS;
    }
}
