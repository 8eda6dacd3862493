package com.encvoy.keycloak.movein.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.decision.Decisions;
import com.fasterxml.jackson.databind.JsonNode;

/** Maps an application of an Encvoy ID to a client. Reports conflicts to the decisions, which resolve them. */
public final class ApplicationMapping {

    private static final int NAME_LENGTH = 50;
    private static final int DESCRIPTION_LENGTH = 255;

    private final Decisions decisions;
    private final Tally tally;
    private final Set<String> taken;
    private final LookMapping look;
    private final Map<String, List<String>> requiredFields;

    /**
     * @param taken client IDs of the realm that did not move in
     * @param requiredFields names of fields by client ID
     */
    public ApplicationMapping(
            Decisions decisions,
            Tally tally,
            Set<String> taken,
            LookMapping look,
            Map<String, List<String>> requiredFields) {
        this.decisions = decisions;
        this.tally = tally;
        this.taken = Set.copyOf(taken);
        this.look = look;
        this.requiredFields = requiredFields;
    }

    /** @return empty if the application is to be left out */
    public Optional<MovedApplication> of(JsonNode row) {
        String clientId = row.path("client_id").asText();
        if (taken.contains(clientId)) {
            decisions.about(Conflict.of(
                    "application/" + clientId,
                    "The realm already has a client " + clientId + ". Remove or rename it to bring this application.",
                    Conflict.LEAVE_OUT,
                    Conflict.LEAVE_OUT));
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        String name = text(clientId, "name", row.path("name").asText(""), NAME_LENGTH);
        fields.put("name", name.isEmpty() ? clientId : name);
        fields.put(
                "description",
                text(clientId, "description", row.path("description").asText(""), DESCRIPTION_LENGTH));
        List<String> redirects =
                new Addresses(decisions, tally).of(clientId, "redirect_uris", row.path("redirect_uris"));
        if (redirects.isEmpty()) {
            tally.note("applications have no redirect URI: people cannot sign in to them until you add one");
        }
        fields.put("redirectUris", String.join("\n", redirects));
        domain(fields, row.path("domain").asText("").strip().replaceFirst("/+$", ""));
        new ProtocolMapping(decisions, tally).addTo(fields, clientId, row);
        attribute(fields, "post.logout.redirect.uris", logout(clientId, row, redirects));
        attribute(
                fields,
                "request.uris",
                String.join(
                        "##", new Addresses(decisions, tally).of(clientId, "request_uris", row.path("request_uris"))));
        if (row.path("id_token_signed_response_alg").asText("RS256").equals("PS256")) {
            attribute(fields, "id.token.signed.response.alg", "PS256");
        }
        if (row.path("subject_type").asText("public").equals("pairwise")) {
            tally.note(
                    "applications ask for pairwise subjects, which Encvoy ID never issued: they get the same subjects"
                            + " as before");
        }
        rules(fields, clientId, row);
        look.application(fields, row);
        attribute(fields, "encvoy.issuer", decisions.expectsRootIssuer(clientId, name) ? "root" : "");
        return Optional.of(new MovedApplication(clientId, fields));
    }

    static void attribute(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(MovedApplication.ATTRIBUTE + name, value);
        }
    }

    private String text(String clientId, String column, String stored, int length) {
        String text = stored.strip();
        String cleaned = text.replaceAll("[<>\\p{Cc}&&[^\\n\\r]]|\\$\\{", " ").strip();
        String fitting =
                cleaned.length() > length ? cleaned.substring(0, length).strip() : cleaned;
        if (fitting.equals(text)) {
            return text;
        }
        String decision = decisions.about(
                Conflict.of(
                        "application/" + clientId + "/" + column,
                        "The " + column + " of application " + clientId + " is longer than " + length
                                + " characters, or has characters that are not allowed.",
                        "=" + fitting,
                        Conflict.VALUE),
                other -> other.length() <= length);
        return decision.substring(1);
    }

    private void domain(Map<String, String> fields, String domain) {
        if (domain.matches("https?://[^\\s?#]+") && Addresses.problem(domain).isEmpty()) {
            fields.put("rootUrl", domain);
            fields.put("baseUrl", domain);
            fields.put("webOrigins", String.join("\n", Addresses.origins(List.of(domain))));
        } else if (!domain.isEmpty()) {
            tally.note("addresses of applications are not http or https addresses: they are left out");
        }
    }

    /** An application without a list of its own may send people back to its own address. */
    private String logout(String clientId, JsonNode row, List<String> redirects) {
        List<String> listed = new Addresses(decisions, tally)
                .of(clientId, "post_logout_redirect_uris", row.path("post_logout_redirect_uris"));
        if (!listed.isEmpty()) {
            return String.join("##", listed);
        }
        StringBuilder origins = new StringBuilder("+");
        Addresses.origins(redirects)
                .forEach(origin ->
                        origins.append("##").append(origin).append("##").append(origin + "/"));
        return origins.toString();
    }

    private void rules(Map<String, String> fields, String clientId, JsonNode row) {
        seconds(fields, row, "access_token_ttl", 86_400);
        seconds(fields, row, "refresh_token_ttl", 31_536_000);
        for (String flag : List.of("authorize_only_admins", "authorize_only_employees")) {
            if (row.path(flag).asBoolean(false)) {
                attribute(fields, "encvoy." + flag, "true");
            }
        }
        attribute(fields, "encvoy.required_fields", String.join(" ", requiredFields.getOrDefault(clientId, List.of())));
    }

    private static void seconds(Map<String, String> fields, JsonNode row, String column, int most) {
        if (row.path(column).isNumber()) {
            int seconds = Math.max(60, Math.min(most, row.path(column).intValue()));
            attribute(fields, "encvoy." + column, String.valueOf(seconds));
        }
    }
}
