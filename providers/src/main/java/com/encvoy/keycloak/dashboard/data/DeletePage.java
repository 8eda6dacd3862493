package com.encvoy.keycloak.dashboard.data;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.deletion.Obstacle;

/** {@code …/data/delete}: says what will happen and when, and deletes the account. */
public final class DeletePage {

    private static final String CONFIRMED = "confirmed";

    private final KeycloakSession session;

    DeletePage(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response ask() {
        AccountVisit visit = begin();
        return page(visit, new DeletionShown(visit)).render();
    }

    @POST
    public Response delete() {
        AccountVisit visit = begin();
        MultivaluedMap<String, String> form = visit.form(AccountRoles.DELETE_ACCOUNT);
        DeletionShown shown = new DeletionShown(visit);
        if (!"true".equals(form.getFirst(CONFIRMED))) {
            return page(visit, shown)
                    .status(Response.Status.BAD_REQUEST)
                    .problem(CONFIRMED, "page.data.tick", List.of(), "")
                    .render();
        }
        boolean isForGood = shown.deletion().days() == 0;
        String until = shown.until();
        Optional<Obstacle> obstacle = shown.deletion().request();
        if (obstacle.isPresent()) {
            session.getTransactionManager().setRollbackOnly();
            return shown.on(visit.page("data-delete").textsOf(DataPages.PAGE), obstacle)
                    .status(Response.Status.CONFLICT)
                    .render();
        }
        // The person is signed out now, so that this is none of the dashboard's pages.
        LoginFormsProvider page = session.getProvider(LoginFormsProvider.class);
        return isForGood
                ? page.setInfo("encvoyAccountDeleted").createInfoPage()
                : page.setAttribute("messageHeader", "encvoyRestoreTitle")
                        .setInfo("encvoyAccountMarked", until)
                        .createInfoPage();
    }

    private AccountVisit begin() {
        AccountVisit visit = AccountVisit.begin(session, AccountRoles.DELETE_ACCOUNT);
        if (!visit.may(AccountRoles.DELETE_ACCOUNT)) {
            throw visit.visit().forbidden();
        }
        visit.visit().requireRecentSignIn(DataPages.PAGE + "/delete");
        return visit;
    }

    private static Page page(AccountVisit visit, DeletionShown shown) {
        return shown.on(visit.page("data-delete").textsOf(DataPages.PAGE));
    }
}
