package com.encvoy.keycloak.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request that no program in its right mind sends.
 *
 * @param path below {@code /api}
 * @param body null for none
 */
record CraftedRequest(String method, String path, Map<String, String> headers, String body) {

    /** Halves of characters arrive as they are this way. */
    private static final ObjectWriter JSON = JsonSerialization.mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    /** Members of Keycloak's representation of a client, and of others that a careless server would take over. */
    private static final List<String> MEMBERS = List.of(
            "fullScopeAllowed",
            "serviceAccountsEnabled",
            "authorizationServicesEnabled",
            "authorizationSettings",
            "directAccessGrantsEnabled",
            "implicitFlowEnabled",
            "protocolMappers",
            "defaultClientScopes",
            "optionalClientScopes",
            "attributes",
            "clientAuthenticatorType",
            "authenticationFlowBindingOverrides",
            "consentRequired",
            "bearerOnly",
            "webOrigins",
            "redirectUris",
            "rootUrl",
            "adminUrl",
            "enabled",
            "protocol",
            "access",
            "secret",
            "client_secret",
            "id",
            "clientId",
            "client_id",
            "scopeMappings",
            "roles",
            "role",
            "user",
            "trusted",
            "created_by",
            "encvoy.created_by",
            "encvoy.template",
            "encvoy.image_hosts",
            "encvoy.access_token_ttl",
            "encvoy.max_applications_per_person",
            "access.token.lifespan",
            "post.logout.redirect.uris",
            "request.uris",
            "client.secret.expiration.time",
            "__proto__",
            "");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "true",
            "*",
            "+",
            "-",
            "null",
            "OWNER",
            "EDITOR",
            "USER",
            "realm-admin",
            "client-jwt",
            "none",
            "client_secret_basic",
            "private_key_jwt",
            "sentry",
            "${vault.smtp}",
            "${client_id}",
            "#{1+1}",
            "<#assign x = 1>",
            "<script>alert(1)</script>",
            "'; DROP TABLE client; --",
            "../../admin",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://*",
            "https://evil.example.com/*",
            "https://app.example.com/callback",
            "https://app.example.com/##*",
            "https://app.example.com/%0a*",
            "https://user@evil.example.com/",
            "http://evil.example.com/",
            "http://localhost:1/",
            "com.example.app:/in",
            "//evil.example.com",
            "/admin",
            "a@example.com",
            "a@example.com\r\nBcc: b@example.com",
            "a\u0000b",
            "\ud800",
            "\u202etxt",
            "\ufeff",
            "x".repeat(5000));

    /**
     * What requests are made of.
     *
     * @param operations methods and paths
     * @param own client IDs of the applications of the person who sends the request
     * @param others client IDs of other applications
     * @param people ids of people
     * @param invitations ids of invitations
     */
    record Material(
            List<Map.Entry<String, String>> operations,
            List<String> own,
            List<String> others,
            List<String> people,
            List<String> invitations) {}

    static CraftedRequest next(Random random, Material material) {
        return new Craft(random, material).request();
    }

    @Override
    public String toString() {
        String shown = String.valueOf(body);
        return method + " " + path + " " + headers + " " + shown.substring(0, Math.min(300, shown.length()));
    }

    private record Craft(Random random, Material material) {

        CraftedRequest request() {
            Map.Entry<String, String> operation = oneOf(material.operations());
            String method = operation.getKey();
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Content-Type", mostly() ? "application/json" : oneOf("text/plain", "application/xml", "x/y"));
            headers.put("Accept", often() ? "*/*" : oneOf("text/html", "application/json", "image/png", "x"));
            if (often()) {
                boolean any = random.nextInt(method.equals("DELETE") ? 20 : 2) == 0;
                headers.put("If-Match", any ? "*" : oneOf("\"x\"", "x", "W/\"*\"", "\"", ",", "x".repeat(3000)));
            }
            boolean hasBody = !method.equals("GET") && random.nextInt(8) > 0;
            try {
                return new CraftedRequest(
                        method, path(operation.getValue()), headers, hasBody ? body(operation) : null);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private String path(String template) {
            StringBuilder path = new StringBuilder();
            for (String part : template.substring(1).split("/")) {
                path.append('/').append(part.startsWith("{") ? segment(part) : part);
            }
            if (!mostly()) {
                path.append(oneOf("/", "//", "/..", "/.", ";x=y", "/%2e%2e/wiki", "%20", "/extra"));
            }
            for (int i = random.nextInt(4); i > 1; i--) {
                path.append(path.indexOf("?") < 0 ? '?' : '&')
                        .append(oneOf("first", "max", "search", "owner", "role", "user", "scope", "kind", "from", "to"))
                        .append('=')
                        .append(often() ? oneOf("0", "1", "none", "USER", "change") : encoded(text()));
            }
            return path.toString();
        }

        private String segment(String variable) {
            if (!mostly()) {
                return oneOf(
                        "%00", "..", "%2e%2e", "a%2Fb", "%ff", "*", "..;", "x".repeat(3000), encoded("\u202e"), "%25");
            }
            return encoded(
                    switch (variable) {
                        case "{client_id}" -> application();
                        case "{user}" -> oneOf(material.people());
                        case "{id}" -> oneOf(material.invitations());
                        default -> oneOf("redirect_uri_missing", "full_scope", "client_disabled", text());
                    });
        }

        private String application() {
            return often() && !material.own().isEmpty() ? oneOf(material.own()) : oneOf(material.others());
        }

        private String id() {
            return random.nextBoolean() ? oneOf(material.people()) : application();
        }

        private String body(Map.Entry<String, String> operation) throws JsonProcessingException {
            return switch (random.nextInt(14)) {
                case 0 -> oneOf("", "[]", "null", "7", "{", "{}{}", "\"x\"", "\u0000", "{\"a\":1,\"a\":2}");
                case 1 -> "[".repeat(3000);
                case 2 -> "{\"name\":" + "9".repeat(2000) + "}";
                case 3 -> "{\"name\":\"" + "x".repeat(70_000) + "\"}";
                default -> JSON.writeValueAsString(object(operation));
            };
        }

        /** One that would be accepted, with changes. */
        private ObjectNode object(Map.Entry<String, String> operation) throws JsonProcessingException {
            ObjectNode body = valid(often() ? operation : oneOf(material.operations()));
            List<String> names = new ArrayList<>();
            body.fieldNames().forEachRemaining(names::add);
            for (int i = random.nextInt(4); i > 0; i--) {
                if (random.nextBoolean() && !names.isEmpty()) {
                    body.set(oneOf(names), value(0));
                } else {
                    body.set(oneOf(MEMBERS), value(0));
                }
            }
            return body;
        }

        /** What the operation takes. */
        private ObjectNode valid(Map.Entry<String, String> operation) throws JsonProcessingException {
            String path = operation.getValue();
            String json = "{}";
            if (path.equals("/applications")) {
                json = oneOf(
                        "{\"name\":\"App\",\"redirect_uris\":[\"https://app.example.com/callback\"]}",
                        "{\"name\":\"App\",\"domain\":\"https://app.example.com\","
                                + "\"redirect_uris\":[\"https://app.example.com/callback\"],"
                                + "\"post_logout_redirect_uris\":[],\"token_endpoint_auth_method\":\"none\"}",
                        "{\"template\":\"grafana\",\"url\":\"https://graphs.example.com\"}");
            } else if (path.equals("/applications/{client_id}")) {
                json = oneOf("{\"description\":\"Changed\"}", "{\"domain\":null}", "{\"redirect_uris\":[]}");
            } else if (path.endsWith("/settings")) {
                json = oneOf(
                        "{\"encvoy.contact\":\"it@example.com\"}",
                        "{\"encvoy.access_token_ttl\":\"600\",\"encvoy.authorize_only_admins\":\"false\"}");
            } else if (path.endsWith("/invitations")) {
                json = "{\"email\":[\"a@example.com\"],\"locale\":\"de\",\"expires_in\":3600}";
            } else if (path.endsWith("/owner")) {
                json = "{\"user\":\"" + id() + "\"}";
            } else if (path.endsWith("/{user}")) {
                json = "{\"role\":\"" + oneOf("USER", "EDITOR", "OWNER") + "\"}";
            }
            return (ObjectNode) JsonSerialization.mapper.readTree(json);
        }

        private JsonNode value(int depth) {
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            return switch (random.nextInt(depth > 2 ? 6 : 9)) {
                case 0 -> nodes.booleanNode(random.nextBoolean());
                case 1 -> nodes.nullNode();
                case 2 -> nodes.numberNode(random.nextLong());
                case 3 -> nodes.numberNode(random.nextGaussian() * 1e300);
                case 4 -> nodes.textNode(id());
                case 5 -> nodes.textNode(text());
                case 6 -> nodes.objectNode().set(text(), value(depth + 1));
                default -> {
                    ArrayNode array = nodes.arrayNode();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        array.add(value(depth + 1));
                    }
                    yield array;
                }
            };
        }

        private String text() {
            return oneOf(TEXTS);
        }

        private boolean often() {
            return random.nextInt(6) > 0;
        }

        private boolean mostly() {
            return random.nextInt(15) > 0;
        }

        private <T> T oneOf(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        private String oneOf(String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
