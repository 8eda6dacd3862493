package com.encvoy.keycloak.access;

import java.util.Objects;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The applications of a realm that invite an e-mail address. Keycloak cannot search roles by their attributes, so this
 * reads its database with one statement; a realm has about as many attributes of roles as invitations. It writes
 * nothing.
 */
public final class InvitingApplications {

    /** How many are looked at; the order is always the same. */
    static final int MAX_EXAMINED = 500;

    private static final String STATEMENT = """
            select distinct role.clientId from RoleAttributeEntity attribute join attribute.role role
            where attribute.name = :name and role.realmId = :realm and role.name = :role and role.clientRole = true
            order by role.clientId
            """;

    /** The module of this type cannot be compiled against: it is published without its parent. */
    private static final String CONNECTION = "org.keycloak.connections.jpa.JpaConnectionProvider";

    private InvitingApplications() {}

    /** @param email in lower case, as {@link Invitations#normalized} gives it */
    public static Stream<ClientModel> of(KeycloakSession session, RealmModel realm, String email) {
        if (email.length() > Invitations.EMAIL_LENGTH) {
            return Stream.empty();
        }
        return database(session)
                .createQuery(STATEMENT, String.class)
                .setParameter("name", Invitations.attribute(email))
                .setParameter("realm", realm.getId())
                .setParameter("role", ApplicationRole.USER.name())
                .setMaxResults(MAX_EXAMINED)
                .getResultList()
                .stream()
                .map(realm::getClientById)
                .filter(Objects::nonNull);
    }

    private static EntityManager database(KeycloakSession session) {
        try {
            Class<? extends Provider> type = Class.forName(CONNECTION).asSubclass(Provider.class);
            return (EntityManager) type.getMethod("getEntityManager").invoke(session.getProvider(type));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Keycloak does not store its roles in a JPA database.", e);
        }
    }
}
