package com.encvoy.keycloak.dashboard.activity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.access.ConsentedScopes;
import com.encvoy.keycloak.claims.ClaimsPreview;
import com.encvoy.keycloak.claims.ClaimsPreview.Preview;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.oidc.issuer.ServerLocation;

/** What an application would learn, for a template. */
final class Learnt {

    private final ApplicationVisit visit;
    private final ClaimsPreview preview;

    Learnt(ApplicationVisit visit) {
        this.visit = visit;
        this.preview = new ClaimsPreview(
                visit.visit().session(),
                visit.client(),
                new ServerLocation(visit.visit().session()).issuerFor(visit.client()));
    }

    /** The scopes that the application may ask for in addition. */
    List<Map<String, Object>> scopes(Set<String> chosen) {
        return preview.optionalScopes().stream()
                .map(scope -> Map.<String, Object>of("name", scope, "chosen", chosen.contains(scope)))
                .toList();
    }

    /** @param optional scopes that the application asks for in addition */
    Map<String, Object> model(UserModel person, Set<String> optional) {
        Set<String> asked = new TreeSet<>(preview.optionalScopes());
        asked.retainAll(optional);
        boolean whole = isSelf(person) || visit.permissions().seesPeopleWhole();
        Preview learnt = whole ? preview.of(person, asked) : preview.withConsent(person, asked);
        Map<String, Object> model = new HashMap<>();
        if (learnt.refusal().isPresent()) {
            model.put("refusal", learnt.refusal().get());
            return model;
        }
        model.put("withheld", whole ? "" : String.join(", ", withheld(person, asked)));
        model.put("scopes", List.copyOf(learnt.scopes()));
        model.put("claims", new ClaimRows(visit.visit().language()).of(learnt));
        model.put("idToken", json(learnt.idToken()));
        model.put("userinfo", json(learnt.userinfo()));
        return model;
    }

    private boolean isSelf(UserModel person) {
        return person.getId().equals(visit.caller().user().getId());
    }

    private Set<String> withheld(UserModel person, Set<String> asked) {
        if (!visit.client().isConsentRequired()) {
            return Set.of();
        }
        Set<String> withheld = new TreeSet<>(asked);
        withheld.removeAll(new ConsentedScopes(visit.visit().session(), visit.client(), person).names());
        return withheld;
    }

    private static String json(Map<String, Object> claims) {
        try {
            return JsonSerialization.writeValueAsPrettyString(claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
