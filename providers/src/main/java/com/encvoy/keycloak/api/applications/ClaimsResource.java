package com.encvoy.keycloak.api.applications;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.Parameter;
import com.encvoy.keycloak.claims.ClaimsPreview;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.Members;
import com.encvoy.keycloak.oidc.issuer.ServerLocation;

/** {@code /realms/{realm}/api/applications/{client_id}/claims}: what the application would learn about a person. */
public final class ClaimsResource {

    private final KeycloakSession session;
    private final String clientId;

    ClaimsResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /**
     * A preview of ID token and {@code /me}, made by the code that issues them.
     *
     * @param user id of a member; the caller if there is none
     * @param scope optional scopes that the application asks for in addition, separated by spaces
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> preview(@QueryParam("user") String user, @QueryParam("scope") String scope) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayRead);
        UserModel person = person(caller, client, Parameter.text("user", user));
        ClaimsPreview preview = new ClaimsPreview(session, client, new ServerLocation(session).issuerFor(client));
        Set<String> optional = optional(preview, scope);
        boolean whole = person.equals(caller.user()) || caller.permissions().seesPeopleWhole();
        ClaimsPreview.Preview learnt = whole ? preview.of(person, optional) : preview.withConsent(person, optional);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("preview", true);
        shown.put("user", person.getId());
        shown.put("refusal", learnt.refusal().orElse(null));
        shown.put("scopes", learnt.scopes());
        shown.put("optional_scopes", preview.optionalScopes());
        shown.put("id_token", learnt.idToken());
        shown.put("userinfo", learnt.userinfo());
        return shown;
    }

    private UserModel person(ApiCaller caller, ClientModel client, String id) {
        if (id == null || id.equals(caller.user().getId())) {
            return caller.user();
        }
        caller.require(caller.permissions().mayReadMembers(client));
        return new Members(session, client, caller.permissions().seesPeopleWhole())
                .withId(id)
                .map(Member::user)
                .orElseThrow(() -> ApiError.notFound("Member not found."));
    }

    private static Set<String> optional(ClaimsPreview preview, String scope) {
        if (scope == null || scope.isBlank()) {
            return Set.of();
        }
        Set<String> scopes = Arrays.stream(scope.strip().split(" +")).collect(Collectors.toSet());
        if (!preview.optionalScopes().containsAll(scopes)) {
            throw ApiError.badRequest(
                    "scope", "scope may only contain " + String.join(", ", preview.optionalScopes()) + ".");
        }
        return scopes;
    }
}
