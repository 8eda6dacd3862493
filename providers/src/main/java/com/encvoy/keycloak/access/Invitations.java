package com.encvoy.keycloak.access;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.utils.StringUtil;

/**
 * The invitations of an application, stored as attributes of its client role {@code USER}: in Keycloak's database, part
 * of an export and visible in the admin console.
 */
public final class Invitations {

    private static final String PREFIX = "encvoy.invitation.";

    /** Attribute names are limited to 255 characters. */
    public static final int EMAIL_LENGTH = 255 - PREFIX.length();

    private final ClientModel client;

    private Invitations(ClientModel client) {
        this.client = client;
    }

    public static Invitations of(ClientModel client) {
        return new Invitations(client);
    }

    /** The open invitation of an address, if any. */
    public Optional<Invitation> findOpenByEmail(String email) {
        RoleModel role = client.getRole(ApplicationRole.USER.name());
        if (role == null || StringUtil.isBlank(email)) {
            return Optional.empty();
        }
        String address = normalized(email);
        return role.getAttributeStream(attribute(address))
                .flatMap(value -> Invitation.parse(address, value).stream())
                .filter(Invitation::isOpen)
                .findFirst();
    }

    public Optional<Invitation> findById(String id) {
        return stored().filter(invitation -> invitation.id().equals(id)).findFirst();
    }

    /** The open invitations, oldest first. */
    public List<Invitation> list() {
        return sorted(stored().filter(Invitation::isOpen));
    }

    /** The invitations that were declined and have not expired since, oldest first. */
    public List<Invitation> declined() {
        return sorted(stored().filter(invitation -> invitation.isDeclined() && !invitation.isExpired()));
    }

    private static List<Invitation> sorted(Stream<Invitation> invitations) {
        return invitations
                .sorted(Comparator.comparingLong(Invitation::created).thenComparing(Invitation::email))
                .toList();
    }

    /** Replaces an earlier invitation of the same address. */
    public void add(Invitation invitation) {
        RoleModel role = client.getRole(ApplicationRole.USER.name());
        if (role == null) {
            role = client.addRole(ApplicationRole.USER.name());
        }
        role.setSingleAttribute(attribute(invitation.email()), invitation.serialize());
    }

    /** Keeps the invitation as a declined one, which admits no one. */
    public Invitation decline(Invitation invitation) {
        Invitation declined = invitation.declinedNow();
        add(declined);
        return declined;
    }

    public void remove(Invitation invitation) {
        RoleModel role = client.getRole(ApplicationRole.USER.name());
        if (role != null) {
            role.removeAttribute(attribute(invitation.email()));
        }
    }

    public void removeExpired() {
        stored().filter(Invitation::isExpired).toList().forEach(this::remove);
    }

    private Stream<Invitation> stored() {
        RoleModel role = client.getRole(ApplicationRole.USER.name());
        Map<String, List<String>> attributes = role == null ? Map.of() : role.getAttributes();
        return attributes.entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(PREFIX))
                .flatMap(attribute -> attribute.getValue().stream()
                        .flatMap(value ->
                                Invitation.parse(attribute.getKey().substring(PREFIX.length()), value).stream()));
    }

    /** The name of the attribute that holds the invitation of an address. */
    static String attribute(String email) {
        return PREFIX + email;
    }

    public static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
