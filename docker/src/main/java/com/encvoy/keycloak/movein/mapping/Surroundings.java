package com.encvoy.keycloak.movein.mapping;

import java.util.Map;
import java.util.Set;

import com.encvoy.keycloak.movein.decision.Decisions;
import com.encvoy.keycloak.movein.state.Names;

/**
 * What the mapping of a person depends on.
 *
 * @param realm what the realm has and can do
 * @param here people who already exist there
 * @param logins of all people of the Encvoy ID, in lower case
 * @param emails the same
 * @param customFields the names under which custom fields are brought, by their names; others are not
 * @param providers identity providers that are brought
 * @param applications client IDs of the applications that are brought
 * @param pictures where pictures are served
 */
public record Surroundings(
        RealmFacts realm,
        Here here,
        Names logins,
        Names emails,
        Map<String, String> customFields,
        Providers providers,
        Set<String> applications,
        Pictures pictures,
        Decisions decisions,
        Tally tally) {}
