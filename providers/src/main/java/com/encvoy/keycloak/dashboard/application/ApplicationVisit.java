package com.encvoy.keycloak.dashboard.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Visit;
import com.encvoy.keycloak.look.Branding;

/** A request to a page of one application. */
public final class ApplicationVisit {

    private final Visit visit;
    private final ClientModel client;
    private final ApplicationPermissions permissions;

    private ApplicationVisit(Visit visit, ClientModel client) {
        this.visit = visit;
        this.client = client;
        this.permissions = visit.permissions();
    }

    /**
     * @param id internal id of the client
     * @throws WebApplicationException as {@link Visit#begin}; 404 if there is no such application, or the person may
     *     not see it
     */
    public static ApplicationVisit begin(KeycloakSession session, String id) {
        Visit visit = Visit.begin(session);
        ClientModel client = session.getContext().getRealm().getClientById(id);
        if (client == null || !visit.permissions().maySee(client)) {
            throw visit.notFound();
        }
        return new ApplicationVisit(visit, client);
    }

    public Visit visit() {
        return visit;
    }

    public Caller caller() {
        return visit.caller();
    }

    public ClientModel client() {
        return client;
    }

    public ApplicationPermissions permissions() {
        return permissions;
    }

    /** @throws WebApplicationException 403 unless it is permitted */
    public ApplicationVisit require(boolean permitted) {
        if (!permitted) {
            throw visit.forbidden();
        }
        return this;
    }

    /**
     * The address of a page of this application, below the dashboard.
     *
     * @param page such as {@code members}; empty for the first page
     */
    public String path(String page) {
        return "applications/" + client.getId() + (page.isEmpty() ? "" : "/" + page);
    }

    /** A page of this application, with its heading and its tabs. */
    public Page page(String template) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("id", client.getId());
        shown.put("path", path(""));
        shown.put("name", Application.of(client).title());
        shown.put("clientId", client.getClientId());
        shown.put("address", client.getRootUrl());
        shown.put("logo", new Branding(client.getRealm(), client).getAvatar());
        return visit.page(template)
                .textsOf("application")
                .with("application", shown)
                .with("tabs", tabs());
    }

    /** To another page of this application, which tells what was done. */
    public Response redirect(String page, String notice) {
        return visit.redirect(path(page), notice);
    }

    private List<String> tabs() {
        return Tab.open(permissions, client);
    }
}
