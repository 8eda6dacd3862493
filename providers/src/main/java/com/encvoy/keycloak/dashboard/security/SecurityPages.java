package com.encvoy.keycloak.dashboard.security;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.account.credentials.CredentialKind;
import com.encvoy.keycloak.account.credentials.Credentials;
import com.encvoy.keycloak.account.credentials.LinkedAccounts;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Section;

/** {@code /realms/{realm}/dashboard/security}: password, keys, codes and linked accounts of a person. */
public final class SecurityPages {

    static final String PAGE = "security";

    private static final String[] LINKERS = {AccountRoles.MANAGE_ACCOUNT, AccountRoles.MANAGE_ACCOUNT_LINKS};

    private final KeycloakSession session;

    public SecurityPages(KeycloakSession session) {
        this.session = session;
    }

    static AccountVisit begin(KeycloakSession session) {
        return AccountVisit.begin(session, Section.SECURITY.roles());
    }

    static Credentials credentials(AccountVisit visit) {
        return new Credentials(visit.session(), visit.realm(), visit.user());
    }

    static LinkedAccounts accounts(AccountVisit visit) {
        return new LinkedAccounts(visit.session(), visit.realm(), visit.user());
    }

    static Page page(AccountVisit visit, String template) {
        return visit.page(template).textsOf(PAGE);
    }

    @GET
    public Response show() {
        AccountVisit visit = begin(session);
        CredentialShown shown = new CredentialShown(session, visit.language());
        LinkedAccounts accounts = accounts(visit);
        boolean mayLink = visit.may(LINKERS);
        return page(visit, PAGE)
                .with(
                        "kinds",
                        credentials(visit).kinds().stream().map(shown::kind).toList())
                .with(
                        "linked",
                        accounts.linked().stream().map(AccountShown::model).toList())
                .with(
                        "linkable",
                        mayLink
                                ? accounts.linkable().stream()
                                        .map(AccountShown::model)
                                        .toList()
                                : null)
                .with("mayManage", visit.may(AccountRoles.MANAGE_ACCOUNT))
                .render();
    }

    /** Sets up a credential, or replaces the password, by Keycloak's own action. */
    @POST
    @Path("set-up")
    public Response setUp() {
        AccountVisit visit = begin(session);
        MultivaluedMap<String, String> form = visit.form(AccountRoles.MANAGE_ACCOUNT);
        String action = credentials(visit)
                .kind(form.getFirst("type"))
                .flatMap(CredentialKind::action)
                .orElseThrow(visit.visit()::notFound);
        return visit.action(action, PAGE);
    }

    /** Links an account elsewhere, by Keycloak's own action. */
    @POST
    @Path("link")
    public Response link() {
        AccountVisit visit = begin(session);
        MultivaluedMap<String, String> form = visit.form(LINKERS);
        String alias = accounts(visit).linkable().stream()
                .map(LinkedAccounts.LinkedAccount::alias)
                .filter(known -> known.equals(form.getFirst("account")))
                .findFirst()
                .orElseThrow(visit.visit()::notFound);
        return visit.action(LinkedAccounts.LINK + ":" + alias, PAGE);
    }

    @Path("unlink")
    public UnlinkPage unlink() {
        return new UnlinkPage(session);
    }

    @Path("credentials/{id}")
    public CredentialPages credential(@PathParam("id") String id) {
        return new CredentialPages(session, id);
    }
}
