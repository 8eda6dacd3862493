package com.encvoy.keycloak.dashboard.data;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Section;

/** {@code /realms/{realm}/dashboard/data}: the data held about a person, and its deletion. */
public final class DataPages {

    static final String PAGE = "data";

    private final KeycloakSession session;

    public DataPages(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response show() {
        AccountVisit visit = AccountVisit.begin(session, Section.DATA.roles());
        return new DeletionShown(visit)
                .on(visit.page(PAGE))
                .textsOf(PAGE)
                .with("mayDownload", visit.may(AccountRoles.MANAGE_ACCOUNT))
                .render();
    }

    @Path("download")
    public DownloadPage download() {
        return new DownloadPage(session);
    }

    @Path("delete")
    public DeletePage delete() {
        return new DeletePage(session);
    }
}
