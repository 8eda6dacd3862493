package com.encvoy.keycloak.benchmark;

import com.encvoy.keycloak.server.Postgres;

/**
 * The people of a realm in its database, where copying the first one is faster than creating people through Keycloak.
 */
final class Population {

    private final Postgres postgres;
    private final String database;
    private final String realm;

    Population(Postgres postgres, String database, String realm) {
        this.postgres = postgres;
        this.database = database;
        this.realm = realm;
    }

    /** Adds copies of the first person until there are as many people as given. */
    void grow(int people, int to) {
        execute("""
                INSERT INTO user_entity SELECT copy.* FROM user_entity first JOIN realm ON realm.id = first.realm_id,
                    generate_series(%d, %d) AS number, LATERAL jsonb_populate_record(first, jsonb_build_object(
                        'id', gen_random_uuid()::text, 'username', 'person' || number,
                        'email', 'person' || number || '@example.com',
                        'email_constraint', 'person' || number || '@example.com')) AS copy
                WHERE realm.name = '%s' AND first.username = 'person0'""".formatted(people, to - 1, realm));
        for (String table : new String[] {"credential", "user_attribute"}) {
            execute("""
                    INSERT INTO %1$s SELECT copy.* FROM %1$s original
                        JOIN user_entity first ON first.id = original.user_id
                        JOIN realm ON realm.id = first.realm_id
                        JOIN user_entity other ON other.realm_id = first.realm_id,
                        LATERAL jsonb_populate_record(
                            original,
                            jsonb_build_object('id', gen_random_uuid()::text, 'user_id', other.id)) AS copy
                    WHERE realm.name = '%2$s' AND first.username = 'person0' AND other.username LIKE 'person%%'
                        AND NOT EXISTS (SELECT 1 FROM %1$s own WHERE own.user_id = other.id)
                    """.formatted(table, realm));
        }
        execute("""
                INSERT INTO user_role_mapping (role_id, user_id) SELECT original.role_id, other.id
                    FROM user_role_mapping original
                    JOIN user_entity first ON first.id = original.user_id JOIN realm ON realm.id = first.realm_id
                    JOIN user_entity other ON other.realm_id = first.realm_id
                WHERE realm.name = '%s' AND first.username = 'person0' AND other.username LIKE 'person%%'
                ON CONFLICT DO NOTHING""".formatted(realm));
        execute("ANALYZE");
    }

    private void execute(String sql) {
        postgres.execute(database, sql);
    }
}
