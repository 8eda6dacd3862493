package com.encvoy.keycloak.movein.realm;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.source.Moments;
import com.encvoy.keycloak.movein.state.Hashes;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes open invitations as the pack keeps them: attributes of the client role {@code USER}. Encvoy ID records neither
 * the inviter nor an expiry: the first owner becomes the inviter, and the invitation expires a number of days after the
 * move. An invitation that was brought once is not brought again: it may have been accepted, declined or withdrawn
 * since.
 */
final class InvitationWriter {

    private static final String PREFIX = "encvoy.invitation.";
    private static final int LENGTH = 255;
    private static final int TOKEN = 8;

    private final AdminRealm realm;
    private final ApplicationIds applications;
    private final int days;
    private final Outcome outcome;

    InvitationWriter(AdminRealm realm, ApplicationIds applications, int days, Outcome outcome) {
        this.realm = realm;
        this.applications = applications;
        this.days = days;
        this.outcome = outcome;
    }

    /**
     * @param rows of {@code "ClientInvitation"} of one application
     * @param inviter id of the owner in Keycloak
     */
    void bring(String clientId, List<JsonNode> rows, String inviter) {
        Optional<JsonNode> role = applications.role(clientId, "USER");
        if (role.isEmpty()) {
            return;
        }
        String path = "/clients/" + applications.client(clientId).orElseThrow() + "/roles/USER";
        ObjectNode changed = realm.get(path).deepCopy();
        ObjectNode attributes = changed.withObject("/attributes");
        Set<String> brought = new HashSet<>();
        attributes.path(State.ATTRIBUTE).forEach(token -> brought.add(token.asText()));
        List<String> tokens = new ArrayList<>(brought);
        for (JsonNode row : rows) {
            String id = row.path("id").asText();
            String email = row.path("email").asText("").strip().toLowerCase(Locale.ROOT);
            String token = Hashes.text(id, TOKEN);
            if (brought.contains(token)) {
                continue;
            }
            if (email.isEmpty() || email.length() > LENGTH - PREFIX.length() || id.contains(" ")) {
                outcome.failed("An invitation of application " + clientId + " has an address that cannot be stored.");
                continue;
            }
            tokens.add(token);
            if (!attributes.has(PREFIX + email)) {
                attributes.putArray(PREFIX + email).add(stored(id, row, inviter));
                outcome.count("invitations brought");
            }
        }
        if (tokens.size() > brought.size()) {
            ArrayNode state = attributes.putArray(State.ATTRIBUTE);
            tokens.forEach(state::add);
            realm.put(path, changed);
        }
    }

    private String stored(String id, JsonNode row, String inviter) {
        Long created = Moments.millis(row.path("created_at"));
        long now = Instant.now().getEpochSecond();
        return String.join(
                " ",
                id,
                String.valueOf(created == null ? now : created / 1000),
                String.valueOf(Instant.now().plus(days, ChronoUnit.DAYS).getEpochSecond()),
                inviter);
    }
}
