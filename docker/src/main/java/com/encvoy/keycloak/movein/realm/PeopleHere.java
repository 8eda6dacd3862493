package com.encvoy.keycloak.movein.realm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

import com.encvoy.keycloak.admin.AdminAnswer;
import com.encvoy.keycloak.admin.AdminClient;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.Here;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;

/** The people who are in the realm: those who moved in earlier, and the others, whose names and ids are taken. */
public final class PeopleHere implements Here {

    private static final int PAGE = 300;
    private static final int IDS = 100;

    /**
     * A person who moved in earlier.
     *
     * @param id in Keycloak; null if it is the number
     * @param whole hash of all that was brought
     */
    private record Moved(String id, String whole) {}

    private final Map<Integer, Moved> moved = new HashMap<>();
    private final Set<String> logins = new HashSet<>();
    private final Set<String> emails = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    /** @param progress gets the number of people that were read */
    public static PeopleHere read(AdminRealm realm, LongConsumer progress) {
        PeopleHere here = new PeopleHere();
        long read = 0;
        for (JsonNode user : realm.pages("/users", PAGE)) {
            here.add(user);
            progress.accept(++read);
        }
        return here;
    }

    private void add(JsonNode user) {
        String id = user.path("id").asText();
        State state = State.parse(
                user.path("attributes").path(State.ATTRIBUTE).path(0).asText(""));
        if (state == null) {
            logins.add(user.path("username").asText().toLowerCase(Locale.ROOT));
            if (user.hasNonNull("email")) {
                emails.add(user.path("email").asText().toLowerCase(Locale.ROOT));
            }
            if (isNumber(id)) {
                ids.add(id);
            }
        } else {
            moved.put(Integer.valueOf(state.number()), new Moved(id.equals(state.number()) ? null : id, state.whole()));
        }
    }

    private static boolean isNumber(String id) {
        return id.length() <= 10 && id.chars().allMatch(Character::isDigit);
    }

    /**
     * Looks for numbers that are ids of people in other realms, as far as the account may look there.
     *
     * @param numbers of people who have not moved in yet
     * @return whether all realms could be looked at
     */
    public boolean readOtherRealms(AdminClient client, String realm, Iterable<Integer> numbers) {
        AdminAnswer realms = client.send("GET", "/admin/realms?briefRepresentation=true", null);
        boolean complete = realms.isSuccess();
        for (JsonNode other : realms.body()) {
            String name = other.path("realm").asText();
            if (!name.equals(realm) && !readOther(client.realm(name), numbers)) {
                complete = false;
            }
        }
        return complete;
    }

    private boolean readOther(AdminRealm other, Iterable<Integer> numbers) {
        AdminAnswer count = other.send("GET", "/users/count", null);
        if (!count.isSuccess()) {
            return false;
        }
        if (count.body().asLong() <= PAGE) {
            for (JsonNode user : other.get("/users?briefRepresentation=true&max=" + PAGE)) {
                if (isNumber(user.path("id").asText())) {
                    ids.add(user.path("id").asText());
                }
            }
            return true;
        }
        List<String> some = new ArrayList<>();
        for (Integer number : numbers) {
            some.add(String.valueOf(number));
            if (some.size() == IDS) {
                find(other, some);
                some.clear();
            }
        }
        find(other, some);
        return true;
    }

    private void find(AdminRealm other, List<String> some) {
        if (!some.isEmpty()) {
            String search = AdminRealm.encoded("id:" + String.join(" ", some));
            other.get("/users?briefRepresentation=true&max=" + IDS + "&search=" + search)
                    .forEach(user -> ids.add(user.path("id").asText()));
        }
    }

    /** How many people moved in earlier. */
    public long moved() {
        return moved.size();
    }

    /** Whether a person moved in earlier. */
    public boolean hasMoved(int number) {
        return moved.containsKey(number);
    }

    /** Whether a person moved in earlier, and nothing has changed in Encvoy ID since. */
    public boolean isUpToDate(int number, State state) {
        Moved known = moved.get(number);
        return known != null && known.whole().equals(state.whole());
    }

    /** Id in Keycloak of a person who moved in earlier. */
    public String id(int number) {
        Moved known = moved.get(number);
        return known == null || known.id() == null ? String.valueOf(number) : known.id();
    }

    @Override
    public boolean hasLogin(String login) {
        return logins.contains(login);
    }

    @Override
    public boolean hasEmail(String email) {
        return emails.contains(email);
    }

    @Override
    public boolean hasId(int number) {
        return !hasMoved(number) && ids.contains(String.valueOf(number));
    }

    @Override
    public boolean hasOtherId(int number) {
        Moved known = moved.get(number);
        return known != null && known.id() != null;
    }
}
