package com.encvoy.keycloak.dashboard.settings;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ApplicationVersion;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.application.editing.Trust;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Refusals;
import com.encvoy.keycloak.dashboard.shell.Page;

/** {@code …/trust}: an administrator trusts an application that a person created. */
public final class TrustPage {

    /** The version that the administrator has seen: the owner may change the application in the meantime. */
    private static final String VERSION = "version";

    private final KeycloakSession session;
    private final String id;

    public TrustPage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    public Response ask() {
        ApplicationVisit visit = begin();
        return isTrusted(visit)
                ? visit.visit().redirect(visit.path(""))
                : page(visit).render();
    }

    @POST
    public Response trust() {
        ApplicationVisit visit = begin();
        String version = visit.visit().form().getFirst(VERSION);
        List<Refusal> refusals = isTrusted(visit)
                ? List.of()
                : new Trust(session).grant(visit.caller(), visit.client(), version == null ? "" : version);
        return refusals.isEmpty()
                ? visit.redirect("", "trusted")
                : Refusals.on(page(visit), refusals).render();
    }

    private ApplicationVisit begin() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        return visit.require(visit.permissions().mayTrust(visit.client()));
    }

    private static boolean isTrusted(ApplicationVisit visit) {
        return Application.of(visit.client()).untrustedCreator().isEmpty();
    }

    private static Page page(ApplicationVisit visit) {
        return visit.page("trust")
                .textsOf("settings")
                .with(VERSION, ApplicationVersion.of(visit.client()))
                .with("redirectUris", ApplicationProfile.of(visit.client()).redirectUris());
    }
}
