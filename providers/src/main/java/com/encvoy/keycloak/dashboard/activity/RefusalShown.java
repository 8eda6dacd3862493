package com.encvoy.keycloak.dashboard.activity;

import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.application.editing.Refusal;

/** Why nothing was changed, for a template. */
final class RefusalShown {

    private RefusalShown() {}

    static List<Map<String, Object>> models(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> Map.<String, Object>of(
                        "code", refusal.code(),
                        "parameters", refusal.parameters(),
                        "description", refusal.description()))
                .toList();
    }
}
