package com.encvoy.keycloak.api.applications;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.application.editing.RegistrationFix;
import com.encvoy.keycloak.application.registration.RegistrationCheck;
import com.encvoy.keycloak.application.registration.RegistrationProblem;
import com.encvoy.keycloak.application.registration.RegistrationRemedy;
import com.encvoy.keycloak.oidc.issuer.ServerLocation;

/** {@code /realms/{realm}/api/applications/{client_id}/check}: what is wrong with the registration. */
public final class CheckResource {

    private final KeycloakSession session;
    private final String clientId;

    CheckResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /** The problems, the most serious first; empty if there are none. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> problems() {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        return problems(caller, caller.application(clientId, ApplicationPermissions::mayRead));
    }

    /**
     * Applies the remedy of a problem that the application has now.
     *
     * @return the problems that are left
     */
    @POST
    @Path("{code}")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> apply(@PathParam("code") String code) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayChange);
        RegistrationRemedy remedy = RegistrationCheck.remedy(
                        session, client, new ServerLocation(session).address(), code)
                .orElseThrow(() -> ApiError.notFound("There is no such problem that can be solved here."));
        caller.require(mayApply(caller, client, remedy));
        ApiError.throwIfAny(session, RegistrationFix.apply(session, caller.caller(), client, remedy));
        return problems(caller, client);
    }

    private List<Map<String, Object>> problems(ApiCaller caller, ClientModel client) {
        return RegistrationCheck.problems(session, client, new ServerLocation(session).address()).stream()
                .map(problem -> shown(caller, client, problem))
                .toList();
    }

    private static Map<String, Object> shown(ApiCaller caller, ClientModel client, RegistrationProblem problem) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("code", problem.code());
        shown.put("subject", problem.subject());
        shown.put("parameters", problem.parameters());
        shown.put("description", problem.description());
        shown.put("remedy", problem.remedy());
        shown.put("advice", problem.advice());
        shown.put(
                "fixable",
                problem.fix().filter(fix -> mayApply(caller, client, fix)).isPresent());
        return shown;
    }

    private static boolean mayApply(ApiCaller caller, ClientModel client, RegistrationRemedy remedy) {
        return caller.permissions().mayChange(client)
                && (!remedy.isForAdministrators(client) || caller.permissions().mayTrust(client));
    }
}
