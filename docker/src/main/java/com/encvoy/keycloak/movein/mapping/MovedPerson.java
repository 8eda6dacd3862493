package com.encvoy.keycloak.movein.mapping;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.encvoy.keycloak.movein.state.Hashes;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A person as they are to be in Keycloak.
 *
 * @param number in Encvoy ID
 * @param keepsId whether the number becomes the id; otherwise it becomes the attribute {@code encvoy_sub}
 * @param fields by name of the attribute, several values separated by line breaks
 * @param actions required actions
 * @param roles by client ID
 * @param created milliseconds since the epoch
 * @param favorites client IDs of the applications that the person put first
 * @param picture the file of which the realm keeps a copy, at the address that the fields name; null for none
 */
public record MovedPerson(
        int number,
        boolean keepsId,
        Map<String, String> fields,
        Set<String> actions,
        List<Credential> credentials,
        List<Link> links,
        Map<String, String> roles,
        long created,
        List<String> favorites,
        Path picture) {

    /** Members of a user's JSON that are not attributes. */
    public static final Set<String> ROOT = Set.of("username", "email", "firstName", "lastName");

    public static final Set<String> FLAGS = Set.of("emailVerified", "enabled");

    public static final char PASSWORDS = 'p';
    public static final char ONE_TIMES = 'o';
    public static final char PASSKEYS = 'k';
    public static final char LINKS = 'x';
    public static final char ROLES = 'r';
    public static final char ACTIONS = 'a';

    private static final int TOKEN = 6;

    /**
     * An account at an identity provider.
     *
     * @param alias of the identity provider
     * @param id of the person there
     * @param name of the person there
     */
    public record Link(String alias, String id, String name) {

        public String token() {
            return Hashes.text(alias + ' ' + id, TOKEN);
        }

        public ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("identityProvider", alias)
                    .put("userId", id)
                    .put("userName", name);
        }
    }

    /** The token of a role in the state: the client ID is short in it, the role begins with its letter. */
    public static String roleToken(String clientId, String role) {
        return Hashes.text(clientId, TOKEN) + role.charAt(0);
    }

    /** The set of the state in which credentials of a type are. */
    public static char set(String credentialType) {
        return switch (credentialType) {
            case Credential.PASSWORD -> PASSWORDS;
            case Credential.ONE_TIME -> ONE_TIMES;
            default -> PASSKEYS;
        };
    }

    /** The token of a credential, with the date by which it is recognised in Keycloak. */
    public static String token(Credential credential) {
        return credential.token() + '@' + credential.created();
    }

    /** The id of a person who is created: the number, or one that is computed from it and the name of the realm. */
    public static String id(int number, boolean keepsId, String realm) {
        return keepsId
                ? String.valueOf(number)
                : UUID.nameUUIDFromBytes((realm + ' ' + number).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    /** The state that is stored once this was brought. */
    public State state() {
        State state = new State(String.valueOf(number)).withAll(fields);
        credentials.forEach(credential -> state.withMember(set(credential.type()), token(credential)));
        links.forEach(link -> state.withMember(LINKS, link.token()));
        roles.forEach((clientId, role) -> state.withMember(ROLES, roleToken(clientId, role)));
        actions.forEach(action -> state.withMember(ACTIONS, Hashes.text(action, TOKEN)));
        return state;
    }

    /** Overridden because fields are personal data: a record's default prints every component. */
    @Override
    public String toString() {
        return "MovedPerson[number=" + number + "]";
    }
}
