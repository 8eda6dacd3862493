package com.encvoy.keycloak.dashboard.activity;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.application.editing.RegistrationFix;
import com.encvoy.keycloak.application.registration.RegistrationCheck;
import com.encvoy.keycloak.application.registration.RegistrationProblem;
import com.encvoy.keycloak.application.registration.RegistrationRemedy;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.oidc.issuer.ServerLocation;

/** {@code …/check}: what will not work at an application, and the buttons that change it. */
public final class CheckPages {

    static final String PAGE = "check";

    private final KeycloakSession session;
    private final String id;

    public CheckPages(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    public Response show() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayRead(visit.client()));
        return page(visit, List.of());
    }

    /** Applies the remedy of a problem that the application has now; one that is gone needs none. */
    @POST
    public Response apply() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayChange(visit.client()));
        MultivaluedMap<String, String> form = visit.visit().form();
        Optional<RegistrationRemedy> remedy = problems(visit.client()).stream()
                .filter(problem -> problem.code().equals(form.getFirst("problem")))
                .flatMap(problem -> problem.fix().stream())
                .filter(fix -> fix.value().equals(form.getFirst("value")))
                .findFirst();
        if (remedy.isEmpty()) {
            return visit.redirect(PAGE, "problem_gone");
        }
        visit.require(ProblemShown.mayApply(visit, remedy.get()));
        List<Refusal> refusals = RegistrationFix.apply(session, visit.caller(), visit.client(), remedy.get());
        return refusals.isEmpty() ? visit.redirect(PAGE, "problem_fixed") : page(visit, refusals);
    }

    @Path("claims")
    public ClaimsPage claims() {
        return new ClaimsPage(session, id);
    }

    private Response page(ApplicationVisit visit, List<Refusal> refusals) {
        return visit.page(PAGE)
                .textsOf("check")
                .textsOf("insight")
                .textsOf("refusals")
                .with(
                        "problems",
                        problems(visit.client()).stream()
                                .map(problem -> new ProblemShown(visit, problem).model())
                                .toList())
                .with("refusals", RefusalShown.models(refusals))
                .status(refusals.isEmpty() ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .render();
    }

    private List<RegistrationProblem> problems(ClientModel client) {
        return RegistrationCheck.problems(session, client, new ServerLocation(session).address());
    }
}
