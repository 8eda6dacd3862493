package com.encvoy.keycloak.dashboard.security;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.UserProfileContext;

import com.encvoy.keycloak.account.credentials.CredentialKind;
import com.encvoy.keycloak.account.credentials.CredentialName;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Page;

/** {@code …/security/credentials/{id}}: names a credential, or removes it. */
public final class CredentialPages {

    /** Keycloak's action that removes a credential; a colon and its id follow. */
    private static final String REMOVE = "delete_credential:";

    private static final String NAME = "name";

    /** The name that the form showed when it was opened. */
    private static final String BEFORE = "before";

    private final KeycloakSession session;
    private final String id;

    CredentialPages(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    @Path("name")
    public Response show() {
        AccountVisit visit = SecurityPages.begin(session);
        CredentialKind kind = nameable(visit);
        if (!visit.may(AccountRoles.MANAGE_ACCOUNT)) {
            throw visit.visit().forbidden();
        }
        String name = name(visit).current();
        return page(visit, kind, name, name).render();
    }

    @POST
    @Path("name")
    public Response rename() {
        AccountVisit visit = SecurityPages.begin(session);
        MultivaluedMap<String, String> form = visit.form(AccountRoles.MANAGE_ACCOUNT);
        CredentialKind kind = nameable(visit);
        String typed = text(form, NAME);
        String before = text(form, BEFORE);
        String current = name(visit).current();
        if (!before.equals(current) && !typed.equals(current)) {
            return page(visit, kind, typed, current)
                    .status(Response.Status.CONFLICT)
                    .problem(NAME, "refusal.name_changed", List.of(current), "")
                    .render();
        }
        return name(visit)
                .change(typed)
                .map(refusal -> refused(visit, kind, typed, before, refusal))
                .orElseGet(() -> done(visit, kind, typed, current));
    }

    /** Keycloak's action asks for confirmation. */
    @POST
    @Path("remove")
    public Response remove() {
        AccountVisit visit = SecurityPages.begin(session);
        visit.form(AccountRoles.MANAGE_ACCOUNT);
        if (SecurityPages.credentials(visit)
                .kindOf(id)
                .filter(CredentialKind::removable)
                .isEmpty()) {
            throw visit.visit().notFound();
        }
        return visit.action(REMOVE + id, SecurityPages.PAGE);
    }

    private CredentialKind nameable(AccountVisit visit) {
        return SecurityPages.credentials(visit)
                .kindOf(id)
                .filter(kind -> kind.own().stream()
                        .anyMatch(credential -> credential.id().equals(id) && credential.nameable()))
                .orElseThrow(visit.visit()::notFound);
    }

    private CredentialName name(AccountVisit visit) {
        return new CredentialName(visit.user(), id);
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    private Page page(AccountVisit visit, CredentialKind kind, String typed, String before) {
        return SecurityPages.page(visit, "credential-name")
                .with("kind", new CredentialShown(session, visit.language()).kind(kind))
                .with("id", id)
                .with("values", Map.of(NAME, typed))
                .with(BEFORE, before);
    }

    private Response refused(AccountVisit visit, CredentialKind kind, String typed, String before, String refusal) {
        session.getTransactionManager().setRollbackOnly();
        return page(visit, kind, typed, before)
                .status(Response.Status.BAD_REQUEST)
                .problem(NAME, "refusal." + refusal, List.of(CredentialName.MAX_LENGTH), "")
                .render();
    }

    /** Keycloak has no event of its own for a name; the detail {@code context} tells it from a new credential. */
    private Response done(AccountVisit visit, CredentialKind kind, String typed, String previous) {
        if (!typed.equals(previous)) {
            visit.event(EventType.UPDATE_CREDENTIAL)
                    .detail(Details.CONTEXT, UserProfileContext.ACCOUNT.name())
                    .detail(Details.CREDENTIAL_TYPE, kind.type())
                    .detail(Details.CREDENTIAL_ID, id)
                    .detail(Details.CREDENTIAL_USER_LABEL, typed)
                    .success();
        }
        return visit.visit().redirect(SecurityPages.PAGE, "credential_renamed");
    }
}
