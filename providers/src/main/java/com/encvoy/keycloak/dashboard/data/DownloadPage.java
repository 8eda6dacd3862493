package com.encvoy.keycloak.dashboard.data;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.account.data.Export;
import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Page;

/** {@code …/data/download}: says what is in the file, and sends it. */
public final class DownloadPage {

    /** Value of the event detail {@code context}; never renamed. */
    private static final String DOWNLOADED = "data_downloaded";

    private static final int PER_HOUR = 10;

    private static final int TOO_MANY_REQUESTS = 429;

    private final KeycloakSession session;

    DownloadPage(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response ask() {
        return page(begin()).render();
    }

    @POST
    public Response download() {
        AccountVisit visit = begin();
        visit.form(AccountRoles.MANAGE_ACCOUNT);
        if (!new RateLimit(session, DOWNLOADED, visit.user().getId(), PER_HOUR, RateLimit.HOUR).tryConsume()) {
            Response refused = page(visit).error("page.data.often").render();
            return Response.fromResponse(refused).status(TOO_MANY_REQUESTS).build();
        }
        visit.event(EventType.UPDATE_PROFILE)
                .detail(Details.CONTEXT, DOWNLOADED)
                .success();
        Export export = new Export(session, visit.user());
        // Keycloak keeps the transaction open until such a response is written.
        StreamingOutput file = export::write;
        return Response.ok(file, MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"account-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private AccountVisit begin() {
        AccountVisit visit = AccountVisit.begin(session, AccountRoles.MANAGE_ACCOUNT);
        if (!visit.may(AccountRoles.MANAGE_ACCOUNT)) {
            throw visit.visit().forbidden();
        }
        visit.visit().requireRecentSignIn(DataPages.PAGE + "/download");
        return visit;
    }

    private static Page page(AccountVisit visit) {
        return visit.page("data-download").textsOf(DataPages.PAGE).with("maxEvents", Export.MAX_EVENTS);
    }
}
