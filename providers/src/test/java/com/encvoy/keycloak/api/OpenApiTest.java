package com.encvoy.keycloak.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.oidc.OidcResource;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document says what the resources do, no more and no less. */
class OpenApiTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final OpenApi api = new OpenApi();

    /** An operation, such as {@code GET /applications/{client_id}}, with its parameters and whether it has a body. */
    private record Operation(Set<String> parameters, boolean hasBody) {}

    /** Of the resources. The endpoints of OpenID Connect have a document of their own. */
    private static Map<String, Operation> implemented() {
        Map<String, Operation> operations = new TreeMap<>();
        collect(ApiResource.class, "", operations);
        return operations;
    }

    private static void collect(Class<?> resource, String path, Map<String, Operation> operations) {
        for (Method method : resource.getMethods()) {
            Path below = method.getAnnotation(Path.class);
            String full = below == null ? path : path + "/" + below.value();
            List<String> verbs = verbs(method);
            if (!verbs.isEmpty()) {
                operations.put(verbs.get(0) + " " + full, operation(method, full));
            } else if (below != null && method.getReturnType() != OidcResource.class) {
                collect(method.getReturnType(), full, operations);
            }
        }
    }

    private static List<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .toList();
    }

    private static Operation operation(Method method, String path) {
        Set<String> parameters = new TreeSet<>();
        VARIABLE.matcher(path).results().forEach(variable -> parameters.add("path " + variable.group(1)));
        boolean hasBody = false;
        for (Parameter parameter : method.getParameters()) {
            hasBody |= parameter.getAnnotations().length == 0;
            for (Annotation annotation : parameter.getAnnotations()) {
                if (annotation instanceof QueryParam query) {
                    parameters.add("query " + query.value());
                } else if (annotation instanceof HeaderParam header) {
                    parameters.add("header " + header.value());
                } else if (annotation instanceof PathParam variable) {
                    assertThat(path).contains("{" + variable.value() + "}");
                }
            }
        }
        return new Operation(parameters, hasBody);
    }

    private Map<String, Operation> documented() {
        Map<String, Operation> operations = new TreeMap<>();
        operations().forEach((name, operation) -> {
            Set<String> parameters = new TreeSet<>();
            OpenApi.stream(operation.path("parameters"))
                    .map(api::resolved)
                    .forEach(parameter -> parameters.add(parameter.path("in").asText() + " "
                            + parameter.path("name").asText()));
            operations.put(name, new Operation(parameters, operation.has("requestBody")));
        });
        return operations;
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        api.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> operations.put(
                                verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), verb.getValue())));
        return operations;
    }

    @Test
    void everyOperationOfTheResourcesIsDocumentedWithItsParametersAndNoOtherIs() {
        assertThat(documented()).isEqualTo(implemented());
        assertThat(documented()).hasSizeGreaterThan(25);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
        Set<String> used = new TreeSet<>();
        api.document().findValuesAsText("$ref").forEach(used::add);
        Set<String> defined = new TreeSet<>();
        Stream.of("schemas", "parameters", "responses", "headers")
                .forEach(kind -> api.document()
                        .path("components")
                        .path(kind)
                        .fieldNames()
                        .forEachRemaining(name -> defined.add("#/components/" + kind + "/" + name)));

        assertThat(used).isEqualTo(defined);
    }

    @Test
    void everyOperationHasAnIdOfItsOwnAndSaysWhatItDoes() {
        assertThat(operations().values().stream()
                        .map(operation -> operation.path("operationId").asText()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
        assertThat(operations()).allSatisfy((name, operation) -> {
            assertThat(operation.path("summary").asText()).as(name).endsWith(".");
            assertThat(operation.path("responses")).as(name).isNotEmpty();
        });
    }

    @Test
    void everyOperationTakesATokenButThoseForBrowsersAndTheDocument() {
        assertThat(operations())
                .allSatisfy((name, operation) -> assertThat(
                                operation.path("responses").has("401"))
                        .as(name)
                        .isEqualTo(!operation.has("security")));
        assertThat(operations().values().stream()
                        .filter(operation -> operation.has("security"))
                        .map(operation -> operation.path("operationId").asText()))
                .containsExactlyInAnyOrder(
                        "openInvitation", "readDocument", "readLogo", "readPicture", "readRealmLogo");
    }

    @Test
    void theDocumentIsOfVersionThreeOne() {
        assertThat(api.document().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(api.document().at("/info/title").asText()).isNotBlank();
        assertThat(api.document().at("/info/version").asText()).isNotBlank();
    }
}
