package com.encvoy.keycloak.install.thing;

import java.util.ArrayList;
import java.util.List;

import com.encvoy.keycloak.admin.AdminRealm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes a flow equal to a tree, step by step. Existing steps stay, so that a login in progress continues, and so does
 * an interrupted run. Steps are the same if their authenticators are, or the names of their subflows.
 */
final class FlowWriter {

    private static final String EXECUTIONS = "/authentication/executions";

    private final RealmState realm;
    private final String suffix;

    FlowWriter(RealmState realm, String suffix) {
        this.realm = realm;
        this.suffix = suffix;
    }

    /** @param alias name of the flow in the realm, with its suffix */
    void write(String alias, JsonNode tree) {
        List<JsonNode> present = steps(alias);
        for (JsonNode step : tree.path(FlowTree.STEPS)) {
            JsonNode execution = take(present, step);
            if (step.has(FlowTree.FLOW)) {
                subflow(alias, execution, step);
            } else {
                configure(execution == null ? add(alias, step) : require(alias, execution, step), step);
            }
        }
        for (JsonNode superfluous : present) {
            realm.delete(EXECUTIONS + "/" + superfluous.path("id").asText());
        }
    }

    /** The steps of a flow without those of its subflows. */
    private List<JsonNode> steps(String alias) {
        List<JsonNode> steps = new ArrayList<>();
        realm.get(FlowTree.executions(alias)).forEach(execution -> {
            if (execution.path("level").asInt() == 0) {
                steps.add(execution);
            }
        });
        return steps;
    }

    private JsonNode take(List<JsonNode> present, JsonNode step) {
        for (JsonNode execution : present) {
            boolean isSame = step.has(FlowTree.FLOW)
                    ? execution.path("displayName").asText().equals(subflowAlias(step))
                            && execution.path("authenticationFlow").asBoolean()
                    : execution
                            .path("providerId")
                            .asText()
                            .equals(step.path(FlowTree.AUTHENTICATOR).asText());
            if (isSame) {
                present.remove(execution);
                return execution;
            }
        }
        return null;
    }

    private String subflowAlias(JsonNode step) {
        return step.path(FlowTree.FLOW).path(FlowTree.ALIAS).asText() + suffix;
    }

    private void subflow(String alias, JsonNode execution, JsonNode step) {
        JsonNode flow = step.path(FlowTree.FLOW);
        if (execution == null) {
            ObjectNode subflow = Canonical.JSON
                    .createObjectNode()
                    .put("alias", subflowAlias(step))
                    .put("type", flow.path(FlowTree.TYPE).asText())
                    .put("description", flow.path(FlowTree.DESCRIPTION).asText())
                    .put("priority", step.path(FlowTree.PRIORITY).asInt());
            if (step.has(FlowTree.AUTHENTICATOR)) {
                subflow.set("provider", step.path(FlowTree.AUTHENTICATOR));
            }
            realm.post(FlowTree.executions(alias) + "/flow", subflow);
        }
        // Filled first: until then a new subflow is disabled, and an empty one would let people pass.
        write(subflowAlias(step), flow);
        JsonNode made = steps(alias).stream()
                .filter(candidate -> candidate.path("displayName").asText().equals(subflowAlias(step)))
                .findFirst()
                .orElseThrow();
        require(alias, made, step);
        describe(alias, made, flow);
    }

    private void describe(String alias, JsonNode execution, JsonNode flow) {
        String description = flow.path(FlowTree.DESCRIPTION).asText();
        if (!execution.path("description").asText().equals(description)) {
            JsonNode fresh = steps(alias).stream()
                    .filter(step -> step.path("id").equals(execution.path("id")))
                    .findFirst()
                    .orElseThrow();
            realm.put(FlowTree.executions(alias), ((ObjectNode) fresh.deepCopy()).put("description", description));
        }
    }

    /** @return the execution's id */
    private String add(String alias, JsonNode step) {
        ObjectNode execution = Canonical.JSON
                .createObjectNode()
                .put("parentFlow", flowId(alias))
                .put("authenticatorFlow", false);
        for (String member : List.of(FlowTree.AUTHENTICATOR, FlowTree.REQUIREMENT, FlowTree.PRIORITY)) {
            execution.set(member, step.path(member));
        }
        return realm.post(EXECUTIONS, execution).createdId();
    }

    private String flowId(String alias) {
        String topLevel = realm.idOf(FlowThing.PATH, "alias", alias);
        return topLevel.isEmpty() ? subflowId(alias) : topLevel;
    }

    /** Keycloak lists flows of the first level only; a subflow is found in the flow that contains it. */
    private String subflowId(String alias) {
        for (JsonNode flow : realm.get(FlowThing.PATH)) {
            for (JsonNode execution :
                    realm.get(FlowTree.executions(flow.path("alias").asText()))) {
                if (execution.path("displayName").asText().equals(alias) && execution.has("flowId")) {
                    return execution.path("flowId").asText();
                }
            }
        }
        throw new IllegalStateException("There is no flow " + alias);
    }

    /** @return the execution's id */
    private String require(String alias, JsonNode execution, JsonNode step) {
        if (!execution.path(FlowTree.REQUIREMENT).equals(step.path(FlowTree.REQUIREMENT))
                || execution.path(FlowTree.PRIORITY).asInt()
                        != step.path(FlowTree.PRIORITY).asInt()) {
            ObjectNode changed = execution.deepCopy();
            changed.set(FlowTree.REQUIREMENT, step.path(FlowTree.REQUIREMENT));
            changed.set(FlowTree.PRIORITY, step.path(FlowTree.PRIORITY));
            realm.put(FlowTree.executions(alias), changed);
        }
        return execution.path("id").asText();
    }

    private void configure(String executionId, JsonNode step) {
        String id = realm.get(EXECUTIONS + "/" + executionId)
                .path("authenticatorConfig")
                .asText();
        JsonNode wanted = step.path(FlowTree.CONFIG);
        if (wanted.isMissingNode()) {
            if (!id.isEmpty()) {
                realm.delete("/authentication/config/" + AdminRealm.encoded(id));
            }
            return;
        }
        ObjectNode config = wanted.deepCopy();
        config.put("alias", wanted.path("alias").asText() + suffix);
        if (id.isEmpty()) {
            realm.post(EXECUTIONS + "/" + executionId + "/config", config);
        } else if (!realm.get("/authentication/config/" + id)
                .path(FlowTree.CONFIG)
                .equals(wanted.path(FlowTree.CONFIG))) {
            realm.put("/authentication/config/" + id, config.put("id", id));
        }
    }
}
