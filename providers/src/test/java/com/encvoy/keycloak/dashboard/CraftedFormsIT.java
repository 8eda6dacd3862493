package com.encvoy.keycloak.dashboard;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Five hundred crafted requests to the pages about one's own account gain nothing: no error of the server, no change to
 * another person or to the realm, no right and no value that a person may not give oneself.
 */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CraftedFormsIT {

    private static final int REQUESTS = 500;
    private static final long SEED = 22;

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private static final List<String> FIELDS = List.of(
            "username",
            "email",
            "emailVerified",
            "firstName",
            "lastName",
            "nickname",
            "phone_number",
            "phone_number_verified",
            "birthdate",
            "picture",
            "locale",
            "public_profile_claims_oauth",
            "public_external_accounts",
            "encvoy_sub",
            "encvoy.delete_after",
            "encvoy.picture_image",
            "encvoy.favorites",
            "email_public",
            "attributes",
            "attributes[encvoy_sub]",
            "user.attributes.encvoy_sub",
            "realmRoles",
            "groups",
            "enabled",
            "id",
            "user",
            "credential",
            "session",
            "client",
            "client_id",
            "alias",
            "action",
            "type",
            "label",
            "name",
            "version",
            "confirm",
            "confirmed",
            "field",
            "q",
            "first",
            "__proto__",
            "");

    private final TestServer server;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private TestRealm realm;
    private String mallory;
    private String ada;
    private String invitation;
    private Browser browser;
    private String adasToken;
    private List<String> ids;

    CraftedFormsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, "crafted-forms", copy -> {});
        mallory = realm.person("mallory");
        ada = realm.person("ada");
        realm.grant(ada, "error-tracker", "OWNER");
        invitation = "00000000-0000-0000-0000-000000000000";
    }

    private URI page(String path) {
        return server.at("/realms/crafted-forms/dashboard/" + path);
    }

    private Browser signedIn(String username) {
        return new Browser(server.url()).reading("en").open(page("profile")).signIn(username, TestRealm.PASSWORD);
    }

    @Test
    void fiveHundredCraftedRequestsGainNothing() throws Exception {
        try (Browser adas = signedIn("ada")) {
            adasToken = adas.value("state_checker");
            browser = signedIn("mallory");
            String others = others();
            String rights = rights();
            Random random = new Random(SEED);
            List<FormOperations.Operation> operations = FormOperations.all();
            assertThat(operations).hasSizeGreaterThan(15);
            List<String> failures = new ArrayList<>();
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (int number = 0; number < REQUESTS; number++) {
                if (number % 20 == 0) {
                    restore();
                }
                HttpRequest request = next(random, operations.get(random.nextInt(operations.size())));
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                statuses.merge(response.statusCode(), 1, Integer::sum);
                if (response.statusCode() >= 500 || response.body().contains("freemarker")) {
                    failures.add(response.statusCode() + " " + request.method() + " " + request.uri());
                }
            }
            assertThat(failures).isEmpty();
            assertThat(statuses).as("answers").containsKeys(200, 303, 403, 404);
            assertThat(others()).isEqualTo(others);
            assertThat(rights()).isEqualTo(rights);
            adas.open(page("profile"));
            assertThat(adas.asksWhoItIs()).as("a session of another person").isFalse();
        } finally {
            browser.close();
        }
    }

    /** Signs in again where a request ended the own session, which is allowed. */
    private void restore() {
        realm.change(mallory, person -> {
            Map<String, List<String>> attributes = person.getAttributes();
            if (attributes != null) {
                attributes.remove("encvoy.delete_after");
            }
        });
        browser.open(page("profile"));
        if (browser.asksWhoItIs() || browser.status() != 200) {
            browser.close();
            browser = signedIn("mallory");
        }
        findIds();
    }

    private HttpRequest next(Random random, FormOperations.Operation operation) {
        Matcher parameters = PARAMETER.matcher(operation.path());
        String path = parameters.replaceAll(parameter -> Matcher.quoteReplacement(
                URLEncoder.encode(id(random), StandardCharsets.UTF_8).replace("+", "%20")));
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        int token = random.nextInt(10);
        if (token < 7) {
            fields.add(Map.entry("state_checker", browser.value("state_checker")));
        } else if (token < 9) {
            fields.add(Map.entry("state_checker", token == 7 ? adasToken : "forged"));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            fields.add(Map.entry(FIELDS.get(random.nextInt(FIELDS.size())), value(random)));
        }
        boolean isGet = operation.method().equals("GET");
        String query = encoded(fields);
        HttpRequest.Builder request = HttpRequest.newBuilder(page(path + (isGet ? "?" + query : "")))
                .header("Cookie", cookies())
                .header("Accept-Language", "en");
        if (isGet) {
            return request.GET().build();
        }
        if (operation.isMultipart() && random.nextInt(10) > 0) {
            return request.header("Content-Type", "multipart/form-data; boundary=crafted")
                    .POST(HttpRequest.BodyPublishers.ofString(multipart(fields, random)))
                    .build();
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
    }

    private String cookies() {
        return "KEYCLOAK_IDENTITY=" + browser.cookie("KEYCLOAK_IDENTITY") + "; AUTH_SESSION_ID="
                + browser.cookie("AUTH_SESSION_ID");
    }

    private static String encoded(List<Map.Entry<String, String>> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach(field -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)));
        return body.toString();
    }

    private static String multipart(List<Map.Entry<String, String>> fields, Random random) {
        StringBuilder body = new StringBuilder();
        fields.forEach(field -> body.append("--crafted\r\nContent-Disposition: form-data; name=\"")
                .append(field.getKey())
                .append(random.nextInt(4) == 0 ? "\"; filename=\"../../x" : "")
                .append("\"\r\n\r\n")
                .append(field.getValue())
                .append("\r\n"));
        body.append("--crafted\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n")
                .append("Content-Type: image/png\r\n\r\n\u0089PNG\r\n")
                .append(value(random))
                .append("\r\n");
        // Not cut off: the parser of the server answers that itself, before any code of an endpoint.
        return body.append("--crafted--\r\n").toString();
    }

    private String id(Random random) {
        return random.nextInt(3) == 0 ? value(random) : ids.get(random.nextInt(ids.size()));
    }

    /** Sessions begin and end meanwhile. */
    private void findIds() {
        ids = new ArrayList<>(List.of(
                ada,
                mallory,
                invitation,
                "error-tracker",
                "account-console",
                "encvoy-dashboard",
                realm.client("error-tracker").getId()));
        person(ada).credentials().forEach(credential -> ids.add(credential.getId()));
        person(mallory).credentials().forEach(credential -> ids.add(credential.getId()));
        person(ada).getUserSessions().forEach(session -> ids.add(session.getId()));
        person(mallory).getUserSessions().forEach(session -> ids.add(session.getId()));
    }

    private static String value(Random random) {
        List<String> values = List.of(
                "",
                " ",
                "true",
                "on",
                "-1",
                "99999999999999999999",
                "42",
                "2000-01-01",
                "9999-99-99",
                "ada",
                "ada@example.com",
                "administrator",
                "a@example.com\r\nBcc: b@example.com",
                "+4915112345678",
                "https://pictures.example.com/a.png",
                "javascript:alert(1)",
                "<script>alert(1)</script>",
                "<#assign x = 1>${x}",
                "${vault.smtp}",
                "../../admin",
                "a\u0000b",
                "\u202etxt",
                "\u00e9".repeat(300),
                "x".repeat(5000),
                "realm-admin",
                "delete_account",
                "UPDATE_PASSWORD",
                "delete_credential:x",
                "password",
                "id email login");
        return values.get(random.nextInt(values.size()));
    }

    private UserResource person(String id) {
        return realm.admin().users().get(id);
    }

    /** Everything of the other person, and of the realm. */
    private String others() throws Exception {
        UserRepresentation other = person(ada).toRepresentation();
        return JsonSerialization.writeValueAsString(other)
                + JsonSerialization.writeValueAsString(person(ada).credentials())
                + roles(ada)
                + person(ada).getConsents()
                + JsonSerialization.writeValueAsString(realm.admin().toRepresentation())
                + realm.admin().users().count();
    }

    /** What people cannot give themselves. */
    private String rights() {
        UserRepresentation self = person(mallory).toRepresentation();
        Map<String, List<String>> attributes = self.getAttributes() == null ? Map.of() : self.getAttributes();
        return self.getId()
                + self.isEnabled()
                + self.getUsername()
                + self.getEmail()
                + self.isEmailVerified()
                + roles(mallory)
                + person(mallory).groups().size()
                + attributes.get("encvoy_sub")
                + attributes.get("email_public")
                + attributes.get("phone_number_verified");
    }

    private List<String> roles(String id) {
        List<String> roles = new ArrayList<>();
        person(id).roles().realmLevel().listEffective().stream()
                .map(RoleRepresentation::getName)
                .forEach(roles::add);
        realm.admin()
                .clients()
                .findAll()
                .forEach(client -> person(id)
                        .roles()
                        .clientLevel(client.getId())
                        .listEffective()
                        .forEach(role -> roles.add(client.getClientId() + " " + role.getName())));
        roles.sort(String::compareTo);
        return roles;
    }
}
