package com.encvoy.keycloak.movein.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.decision.Decisions;
import com.fasterxml.jackson.databind.JsonNode;

/** Maps how an application authenticates, and which tokens it gets. */
final class ProtocolMapping {

    private static final Set<String> GRANTS = Set.of("", "authorization_code", "refresh_token", "implicit");

    private final Decisions decisions;
    private final Tally tally;

    ProtocolMapping(Decisions decisions, Tally tally) {
        this.decisions = decisions;
        this.tally = tally;
    }

    void addTo(Map<String, String> fields, String clientId, JsonNode row) {
        authentication(fields, clientId, row);
        grants(fields, row);
        if (row.path("require_signed_request_object").asBoolean(false)) {
            tally.byHand("the rule that " + clientId + " signs its requests (setting Request object required of the"
                    + " client)");
        }
    }

    private void authentication(Map<String, String> fields, String clientId, JsonNode row) {
        String secret = row.path("client_secret").asText("");
        String token = row.path("token_endpoint_auth_method").asText("client_secret_basic");
        boolean open = token.equals("none") || secret.isBlank() || secret.equals("none");
        Set<String> methods = new TreeSet<>(Set.of(token));
        methods.add(row.path("introspection_endpoint_auth_method").asText(token));
        methods.add(row.path("revocation_endpoint_auth_method").asText(token));
        if (methods.stream().anyMatch(method -> method.endsWith("_jwt"))) {
            decisions.about(Conflict.of(
                    "application/" + clientId + "/auth_method",
                    "Application " + clientId + " is registered with the methods " + String.join(", ", methods)
                            + ". Keycloak uses one for all endpoints: "
                            + (open ? "none, with PKCE." : "the secret, in a form field or with HTTP Basic."),
                    Conflict.KEEP,
                    Conflict.KEEP));
        } else if (methods.size() > 1) {
            tally.note("applications are registered with several authentication methods: Keycloak accepts the secret"
                    + " in either form, at each endpoint");
        }
        fields.put("publicClient", String.valueOf(open));
        if (open) {
            ApplicationMapping.attribute(fields, "pkce.code.challenge.method", "S256");
        } else {
            fields.put("secret", secret);
            ApplicationMapping.attribute(fields, "access.token.signed.response.alg", "HS256");
        }
    }

    private void grants(Map<String, String> fields, JsonNode row) {
        String responses = row.path("response_types").toString();
        String grants = row.path("grant_types").toString();
        for (JsonNode grant : row.path("grant_types")) {
            if (!GRANTS.contains(grant.asText())) {
                tally.left("grant types that Encvoy ID did not offer, such as " + grant.asText());
            }
        }
        boolean implicit = responses.contains("token") || grants.contains("implicit");
        fields.put("standardFlowEnabled", String.valueOf(responses.contains("code") || !implicit));
        fields.put("implicitFlowEnabled", String.valueOf(implicit));
        ApplicationMapping.attribute(fields, "use.refresh.tokens", String.valueOf(grants.contains("refresh_token")));
    }
}
