package com.encvoy.keycloak.install.thing;

/** The things of a realm, by the ids of {@link Wanted}. */
public final class Things {

    /** Kinds of things, the part of an id before its colon. Ids are stored in realms: kinds never change. */
    static final String SCOPE = "scope";

    static final String MAPPER = "mapper";
    static final String DEFAULT_SCOPE = "default-scope";
    static final String OPTIONAL_SCOPE = "optional-scope";
    static final String FLOW = "flow";
    static final String ACTION = "action";
    static final String PROFILE = "profile";
    static final String ROLE = "role";
    static final String CLIENT_ROLE = "client-role";
    static final String COMPOSITE = "composite";
    static final String SCOPE_MAPPING = "scope-mapping";
    static final String CLIENT = "client";
    static final String REALM = "realm";
    static final String ATTRIBUTE = "attribute";
    static final String HEADER = "header";

    private final RealmState realm;

    public Things(RealmState realm) {
        this.realm = realm;
    }

    /**
     * @param id as in {@link Wanted}
     * @param suffix of the names of a flow in this realm, mostly empty
     */
    public Thing thing(String id, String suffix) {
        String kind = before(id, ':');
        String name = id.substring(kind.length() + 1);
        return switch (kind) {
            case SCOPE -> new ScopeThing(realm, name);
            case MAPPER -> new MapperThing(realm, before(name, '/'), after(name, '/'));
            case DEFAULT_SCOPE -> DefaultScopeThing.byDefault(realm, name);
            case OPTIONAL_SCOPE -> DefaultScopeThing.optional(realm, name);
            case FLOW -> new FlowThing(realm, name, suffix);
            case ACTION -> new ActionThing(realm, name);
            case PROFILE ->
                id.equals(ProfileComponentThing.ID)
                        ? new ProfileComponentThing(realm)
                        : new ProfileThing(realm, before(name, '/'), after(name, '/'));
            case ROLE -> new RoleThing(realm, "", name);
            case CLIENT_ROLE -> new RoleThing(realm, before(name, '/'), after(name, '/'));
            case COMPOSITE -> composite(before(name, '/'), after(name, '/'));
            case SCOPE_MAPPING -> {
                String role = after(name, '/');
                yield ListedRoleThing.scopeMapping(realm, before(name, '/'), before(role, '/'), after(role, '/'));
            }
            case CLIENT -> new ClientThing(realm, name);
            case REALM -> new RealmValueThing(realm, "", name);
            case ATTRIBUTE -> new RealmValueThing(realm, RealmValueThing.ATTRIBUTES, name);
            case HEADER -> new RealmValueThing(realm, RealmValueThing.HEADERS, name);
            default -> throw new IllegalArgumentException("There is no kind " + kind);
        };
    }

    /** The role that each person has is named after its realm. */
    private ListedRoleThing composite(String role, String part) {
        String container = role.equals(RealmFile.DEFAULT_ROLE)
                ? realm.get("").path("defaultRole").path("name").asText()
                : role;
        RoleThing contained = part.startsWith(ROLE + '/')
                ? new RoleThing(realm, "", after(part, '/'))
                : new RoleThing(realm, before(after(part, '/'), '/'), after(after(part, '/'), '/'));
        return ListedRoleThing.composite(realm, new RoleThing(realm, "", container), contained);
    }

    /** A suffix with which no name of a new flow is taken. */
    public String freeSuffix(Wanted wanted) {
        return isFlow(wanted.id()) ? FlowNames.freeSuffix(realm, wanted.body()) : "";
    }

    public static boolean isFlow(String id) {
        return id.startsWith(FLOW + ":");
    }

    /** Whether a setting of the realm binds a flow. */
    public static boolean isBinding(String id) {
        return id.startsWith(REALM + ":") && id.endsWith("Flow");
    }

    /** The id of the flow of this name. */
    public static String flow(String alias) {
        return FLOW + ":" + alias;
    }

    private static String before(String text, char separator) {
        int end = text.indexOf(separator);
        return end < 0 ? text : text.substring(0, end);
    }

    private static String after(String text, char separator) {
        return text.substring(text.indexOf(separator) + 1);
    }
}
