package com.encvoy.keycloak.install.thing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The realm file of the pack, which says what belongs in a realm. */
public final class RealmFile {

    /** Stands for the role that each person of a realm has. */
    static final String DEFAULT_ROLE = "default-roles";

    private static final String RESOURCE = "encvoy-realm.json";
    private static final int HASH_BYTES = 16;

    private static final String ENCVOY = "encvoy.";

    private static final Set<String> LOOK = Set.of("internationalizationEnabled", "supportedLocales", "defaultLocale");

    private final JsonNode file;
    private final String hash;

    private RealmFile(JsonNode file, String hash) {
        this.file = file;
        this.hash = hash;
    }

    /** @param environment the variables that the file names */
    public static RealmFile shipped(Map<String, String> environment) {
        try (InputStream resource = RealmFile.class.getResourceAsStream(RESOURCE)) {
            return of(resource.readAllBytes(), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RealmFile of(byte[] content, Map<String, String> environment) {
        try {
            JsonNode file = new Placeholders(environment).resolved(Canonical.JSON.readTree(content));
            return new RealmFile(file, Canonical.digest(content, HASH_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Distinguishes realm files, and thereby releases; the server computes the same hash of the file in its JAR. */
    public String hash() {
        return hash;
    }

    /** Everything in the file that belongs to a part, in the order in which it is made. */
    public List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        scopes(wanted);
        wanted.add(Wanted.of(
                Part.PROFILE,
                ProfileComponentThing.ID,
                Canonical.JSON.createObjectNode().put("own", true)));
        for (String list : List.of("groups", "attributes")) {
            profile()
                    .path(list)
                    .forEach(element -> wanted.add(
                            Wanted.of(Part.PROFILE, Things.PROFILE + ":" + list + "/" + name(element), element)));
        }
        file.path("requiredActions")
                .forEach(action -> wanted.add(new Wanted(
                        Part.LOGIN,
                        Things.ACTION + ":" + action.path("alias").asText(),
                        ActionThing.form(action),
                        action)));
        stream(file.path("authenticationFlows"))
                .filter(flow -> flow.path("topLevel").asBoolean())
                .map(flow -> flow.path("alias").asText())
                .forEach(alias -> wanted.add(Wanted.of(Part.LOGIN, Things.flow(alias), FlowTree.ofFile(file, alias))));
        new RolesOfFile(file).addTo(wanted);
        values(wanted);
        return wanted;
    }

    private void scopes(List<Wanted> wanted) {
        for (JsonNode scope : file.path("clientScopes")) {
            ObjectNode alone = scope.deepCopy();
            alone.remove("protocolMappers");
            wanted.add(new Wanted(Part.ENDPOINTS, Things.SCOPE + ":" + name(scope), ScopeThing.form(scope), alone));
            scope.path("protocolMappers")
                    .forEach(mapper -> wanted.add(new Wanted(
                            Part.ENDPOINTS,
                            Things.MAPPER + ":" + name(scope) + "/" + name(mapper),
                            MapperThing.form(mapper),
                            mapper)));
        }
        defaultScopes().forEach(name -> wanted.add(link(Things.DEFAULT_SCOPE, name)));
        optionalScopes().forEach(name -> wanted.add(link(Things.OPTIONAL_SCOPE, name)));
    }

    private static Wanted link(String kind, String name) {
        return Wanted.of(
                Part.ENDPOINTS,
                kind + ":" + name,
                Canonical.JSON.getNodeFactory().booleanNode(true));
    }

    /** The scopes that each application has. */
    public List<String> defaultScopes() {
        return texts(file.path("defaultDefaultClientScopes"));
    }

    /** The scopes that each application may ask for. */
    public List<String> optionalScopes() {
        return texts(file.path("defaultOptionalClientScopes"));
    }

    /** The client of an application; its member {@code roles} holds the roles that people have in it. */
    public JsonNode application() {
        return new RolesOfFile(file).product();
    }

    private JsonNode profile() {
        JsonNode config = file.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                .path("kc.user.profile.config")
                .path(0);
        try {
            return Canonical.JSON.readTree(config.asText("{}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void values(List<Wanted> wanted) {
        for (Iterator<String> names = file.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode value = file.path(name);
            if (name.equals(RealmValueThing.ATTRIBUTES)) {
                value.properties().stream()
                        .filter(attribute -> attribute.getKey().startsWith(ENCVOY))
                        .forEach(attribute -> wanted.add(
                                value(Part.ENDPOINTS, Things.ATTRIBUTE, attribute.getKey(), attribute.getValue())));
            } else if (name.equals(RealmValueThing.HEADERS)) {
                wanted.add(
                        value(Part.LOOK, Things.HEADER, "contentSecurityPolicy", value.path("contentSecurityPolicy")));
            } else if (partOf(name) != null) {
                wanted.add(value(partOf(name), Things.REALM, name, value));
            }
        }
    }

    private static Wanted value(Part part, String kind, String name, JsonNode value) {
        return new Wanted(part, kind + ":" + name, RealmValueThing.form(value), value);
    }

    /** The part of a setting of the realm; null for one that is left to the administrator. */
    private static Part partOf(String name) {
        if (name.endsWith("Flow")) {
            return Part.LOGIN;
        }
        if (name.endsWith("Theme") || LOOK.contains(name)) {
            return Part.LOOK;
        }
        return name.startsWith("events") || name.startsWith("enabledEvent") || name.startsWith("adminEvents")
                ? Part.DASHBOARD
                : null;
    }

    /** The settings of the realm that are the administrator's: lifetimes, rules for passwords, registration. */
    public Map<String, JsonNode> policies() {
        Map<String, JsonNode> policies = new TreeMap<>();
        file.properties().stream()
                .filter(member -> member.getValue().isValueNode() && partOf(member.getKey()) == null)
                .filter(member -> !Set.of("realm", "displayName", "displayNameHtml", "enabled")
                        .contains(member.getKey()))
                .forEach(member -> policies.put(member.getKey(), member.getValue()));
        return policies;
    }

    static String name(JsonNode element) {
        return element.path("name").asText();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }
}
