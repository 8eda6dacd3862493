package com.encvoy.keycloak.dashboard.activity;

import java.util.HashMap;
import java.util.Map;

import com.encvoy.keycloak.application.registration.RegistrationProblem;
import com.encvoy.keycloak.application.registration.RegistrationRemedy;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;

/** A problem of a registration, for a template: with the button, or the page, where it can be solved. */
final class ProblemShown {

    /** The page of the application where its owner changes what no button can. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("address_missing", "settings"),
            Map.entry("address_unknown", "settings"),
            Map.entry("address_insecure", "settings"),
            Map.entry("redirect_uris_none", "settings"),
            Map.entry("redirect_uri_wildcard", "settings"),
            Map.entry("secret_missing", "secret"),
            Map.entry("restriction_unreadable", "access"),
            Map.entry("issuer_of_server", "access"));

    private final ApplicationVisit visit;
    private final RegistrationProblem problem;

    ProblemShown(ApplicationVisit visit, RegistrationProblem problem) {
        this.visit = visit;
        this.problem = problem;
    }

    /** Whether the person may press the button: what an administrator may have switched off, owners do not undo. */
    static boolean mayApply(ApplicationVisit visit, RegistrationRemedy remedy) {
        return visit.permissions().mayChange(visit.client())
                && (!remedy.isForAdministrators(visit.client())
                        || visit.permissions().mayTrust(visit.client()));
    }

    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("code", problem.code());
        model.put("parameters", problem.parameters());
        model.put("kind", problem.advice() ? "warning" : "error");
        if (problem.fix().filter(fix -> mayApply(visit, fix)).isPresent()) {
            RegistrationRemedy fix = problem.fix().get();
            model.put("fix", Map.of("kind", fix.kind().key(), "value", fix.value()));
        } else if (PAGES.containsKey(problem.code()) && visit.permissions().mayChange(visit.client())) {
            model.put("page", PAGES.get(problem.code()));
        }
        return model;
    }
}
