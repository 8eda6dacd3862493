package com.encvoy.keycloak.dashboard.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.UserProfileContext;

import com.encvoy.keycloak.account.credentials.LinkedAccounts.LinkedAccount;
import com.encvoy.keycloak.dashboard.account.AccountVisit;

/** {@code …/security/unlink}: drops the link to an account elsewhere. */
public final class UnlinkPage {

    private final KeycloakSession session;

    UnlinkPage(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Asks for confirmation.
     *
     * @param alias of the identity provider
     */
    @GET
    public Response ask(@QueryParam("account") String alias) {
        AccountVisit visit = SecurityPages.begin(session);
        LinkedAccount account = linked(visit, alias);
        if (!visit.may(AccountRoles.MANAGE_ACCOUNT)) {
            throw visit.visit().forbidden();
        }
        visit.visit().requireRecentSignIn(path(account));
        return page(visit, account, SecurityPages.accounts(visit).refusal(account.alias()), Response.Status.OK);
    }

    @POST
    public Response unlink() {
        AccountVisit visit = SecurityPages.begin(session);
        LinkedAccount account =
                linked(visit, visit.form(AccountRoles.MANAGE_ACCOUNT).getFirst("account"));
        visit.visit().requireRecentSignIn(path(account));
        EventBuilder event = visit.event(EventType.REMOVE_FEDERATED_IDENTITY)
                .detail(Details.CONTEXT, UserProfileContext.ACCOUNT.name());
        Optional<String> refusal = SecurityPages.accounts(visit).unlink(account.alias(), event);
        return refusal.isPresent()
                ? page(visit, account, refusal, Response.Status.BAD_REQUEST)
                : visit.visit().redirect(SecurityPages.PAGE, "account_unlinked");
    }

    private static LinkedAccount linked(AccountVisit visit, String alias) {
        return SecurityPages.accounts(visit).linked(alias).orElseThrow(visit.visit()::notFound);
    }

    private static String path(LinkedAccount account) {
        return SecurityPages.PAGE + "/unlink?account=" + URLEncoder.encode(account.alias(), StandardCharsets.UTF_8);
    }

    private static Response page(
            AccountVisit visit, LinkedAccount account, Optional<String> refusal, Response.Status status) {
        return SecurityPages.page(visit, "unlink")
                .with("linked", AccountShown.model(account))
                .with("refusal", refusal.orElse(null))
                .status(status)
                .render();
    }
}
