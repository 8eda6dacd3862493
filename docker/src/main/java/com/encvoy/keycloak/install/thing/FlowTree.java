package com.encvoy.keycloak.install.thing;

import java.util.ArrayList;
import java.util.List;

import com.encvoy.keycloak.admin.AdminRealm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A flow with its subflows as one tree: {@code alias}, {@code description}, {@code type} and {@code steps}; a step has
 * {@code requirement}, {@code priority}, and {@code authenticator} with {@code config}, or {@code flow}.
 */
final class FlowTree {

    static final String STEPS = "steps";
    static final String FLOW = "flow";
    static final String AUTHENTICATOR = "authenticator";
    static final String ALIAS = "alias";
    static final String DESCRIPTION = "description";
    static final String TYPE = "type";
    static final String CONFIG = "config";
    static final String REQUIREMENT = "requirement";
    static final String PRIORITY = "priority";

    private static final String BASIC = "basic-flow";
    private static final String FORM = "form-flow";

    private FlowTree() {}

    /** The tree of a flow in a realm file. */
    static ObjectNode ofFile(JsonNode file, String alias) {
        JsonNode flow = element(file.path("authenticationFlows"), alias);
        ObjectNode tree = flow(
                alias, flow.path(DESCRIPTION).asText(), flow.path("providerId").asText());
        for (JsonNode execution : flow.path("authenticationExecutions")) {
            ObjectNode step = step(execution, execution.path(AUTHENTICATOR).asText());
            if (execution.path("authenticatorFlow").asBoolean()) {
                step.set(FLOW, ofFile(file, execution.path("flowAlias").asText()));
            }
            if (execution.has("authenticatorConfig")) {
                JsonNode config = element(
                        file.path("authenticatorConfig"),
                        execution.path("authenticatorConfig").asText());
                step.set(CONFIG, config(config, ""));
            }
            tree.withArray(STEPS).add(step);
        }
        return sorted(tree);
    }

    private static JsonNode element(JsonNode list, String alias) {
        for (JsonNode element : list) {
            if (element.path(ALIAS).asText().equals(alias)) {
                return element;
            }
        }
        throw new IllegalStateException("The realm file lacks " + alias);
    }

    /**
     * The tree of a flow in a realm.
     *
     * @param suffix of all its names, which is left out
     */
    static JsonNode ofRealm(RealmState realm, String alias, String suffix) {
        JsonNode flow = realm.find(FlowThing.PATH, ALIAS, alias + suffix).orElse(null);
        if (flow == null) {
            return Canonical.of(null);
        }
        ObjectNode tree = flow(
                alias, flow.path(DESCRIPTION).asText(), flow.path("providerId").asText());
        List<ObjectNode> open = new ArrayList<>(List.of(tree));
        for (JsonNode execution : realm.get(executions(alias + suffix))) {
            int level = execution.path("level").asInt();
            ObjectNode step = step(execution, execution.path("providerId").asText());
            while (open.size() > level + 1) {
                open.remove(open.size() - 1);
            }
            open.get(level).withArray(STEPS).add(step);
            if (execution.path("authenticationFlow").asBoolean()) {
                ObjectNode subflow = flow(
                        without(execution.path("displayName").asText(), suffix),
                        execution.path(DESCRIPTION).asText(),
                        execution.path("providerId").asText().isEmpty() ? BASIC : FORM);
                step.set(FLOW, subflow);
                open.add(subflow);
            } else if (execution.has("authenticationConfig")) {
                JsonNode config = realm.get("/authentication/config/"
                        + execution.path("authenticationConfig").asText());
                step.set(CONFIG, config(config, suffix));
            }
        }
        return sorted(tree);
    }

    static String executions(String alias) {
        return FlowThing.PATH + "/" + AdminRealm.encoded(alias) + "/executions";
    }

    /** The names of the flow, its subflows and their configurations. */
    static List<String> names(JsonNode tree) {
        List<String> names = new ArrayList<>(List.of(tree.path(ALIAS).asText()));
        for (JsonNode step : tree.path(STEPS)) {
            if (step.has(FLOW)) {
                names.addAll(names(step.path(FLOW)));
            }
        }
        return names;
    }

    private static ObjectNode flow(String alias, String description, String type) {
        return Canonical.JSON
                .createObjectNode()
                .put(ALIAS, alias)
                .put(DESCRIPTION, description)
                .put(TYPE, type);
    }

    private static ObjectNode step(JsonNode execution, String authenticator) {
        ObjectNode step = Canonical.JSON
                .createObjectNode()
                .put(REQUIREMENT, execution.path(REQUIREMENT).asText())
                .put(PRIORITY, execution.path(PRIORITY).asInt());
        if (!authenticator.isEmpty()) {
            step.put(AUTHENTICATOR, authenticator);
        }
        return step;
    }

    private static JsonNode config(JsonNode config, String suffix) {
        ObjectNode form = Canonical.JSON.createObjectNode();
        form.put(ALIAS, without(config.path(ALIAS).asText(), suffix));
        form.set(CONFIG, config.path(CONFIG));
        return form;
    }

    private static String without(String name, String suffix) {
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    /** Steps run in the order of their priorities; a tree without steps has an empty list. */
    private static ObjectNode sorted(ObjectNode tree) {
        List<JsonNode> steps = new ArrayList<>();
        tree.withArray(STEPS).forEach(steps::add);
        steps.forEach(step -> {
            if (step.path(FLOW) instanceof ObjectNode flow) {
                sorted(flow);
            }
        });
        steps.sort((one, other) ->
                Integer.compare(one.path(PRIORITY).asInt(), other.path(PRIORITY).asInt()));
        ArrayNode list = Canonical.JSON.createArrayNode();
        tree.set(STEPS, list.addAll(steps));
        return tree;
    }
}
