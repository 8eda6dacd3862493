package com.encvoy.keycloak.server.insight;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;

import com.encvoy.keycloak.application.activity.Activity;
import com.encvoy.keycloak.application.activity.Activity.Kind;
import com.encvoy.keycloak.application.activity.ActivityQuery;
import com.encvoy.keycloak.application.registration.ApplicationConfiguration;
import com.encvoy.keycloak.application.registration.RegistrationCheck;
import com.encvoy.keycloak.application.registration.RegistrationProblem;
import com.encvoy.keycloak.application.registration.ServerAddress;
import com.encvoy.keycloak.claims.ClaimsPreview;

@Produces(MediaType.APPLICATION_JSON)
public final class InsightResource {

    private final KeycloakSession session;

    InsightResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Path("{client}/problems")
    public List<Map<String, Object>> problems(@PathParam("client") String clientId) {
        return RegistrationCheck.problems(session, client(clientId), server()).stream()
                .map(InsightResource::told)
                .toList();
    }

    private static Map<String, Object> told(RegistrationProblem problem) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", problem.code());
        told.put("parameters", problem.parameters());
        told.put("advice", problem.advice());
        problem.fix().ifPresent(fix -> told.put("fix", fix.kind().key()));
        return told;
    }

    @POST
    @Path("{client}/problems/{code}")
    public boolean apply(@PathParam("client") String clientId, @PathParam("code") String code) {
        ClientModel client = client(clientId);
        return RegistrationCheck.remedy(session, client, server(), code)
                .map(remedy -> {
                    remedy.apply(session, client);
                    return true;
                })
                .orElse(false);
    }

    @GET
    @Path("{client}/configuration")
    @Produces(MediaType.TEXT_PLAIN)
    public String configuration(@PathParam("client") String clientId) {
        return ApplicationConfiguration.of(session, client(clientId), realm(), Optional.empty());
    }

    @GET
    @Path("{client}/preview/{username}")
    public ClaimsPreview.Preview preview(
            @PathParam("client") String clientId,
            @PathParam("username") String username,
            @QueryParam("scope") String scope) {
        return new ClaimsPreview(session, client(clientId), issuer().toString())
                .of(
                        session.users().getUserByUsername(session.getContext().getRealm(), username),
                        scope == null ? Set.of() : Set.copyOf(Arrays.asList(scope.split(" "))));
    }

    @GET
    @Path("{client}/activity")
    public List<Map<String, Object>> activity(
            @PathParam("client") String clientId,
            @QueryParam("kind") List<String> kinds,
            @QueryParam("first") int first,
            @QueryParam("max") int max) {
        Set<Kind> asked = kinds.stream().map(Kind::valueOf).collect(Collectors.toSet());
        List<Map<String, Object>> told = new ArrayList<>();
        for (Activity activity : new ActivityQuery(session, client(clientId))
                .page(asked, Optional.empty(), Optional.empty(), first, max)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("time", activity.time().toEpochMilli());
            entry.put("kind", activity.kind().name());
            entry.put("code", activity.explanation().code());
            entry.put("parameters", activity.explanation().parameters());
            activity.person().ifPresent(person -> entry.put("person", person));
            activity.explanation().side().ifPresent(side -> entry.put("side", side.key()));
            activity.explanation().remedy().ifPresent(remedy -> {
                entry.put("remedy", remedy.action().name());
                entry.put("value", remedy.value());
            });
            told.add(entry);
        }
        return told;
    }

    private ClientModel client(String clientId) {
        return session.getContext().getRealm().getClientByClientId(clientId);
    }

    private ServerAddress server() {
        return new ServerAddress(issuer(), false);
    }

    private URI issuer() {
        return URI.create(realm() + "/api/oidc");
    }

    private String realm() {
        return Urls.realmIssuer(
                session.getContext().getUri().getBaseUri(),
                session.getContext().getRealm().getName());
    }
}
