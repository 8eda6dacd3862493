package com.encvoy.keycloak.dashboard.account;

import java.util.Locale;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.AccountPermissions;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Visit;
import com.encvoy.keycloak.device.Device;

/** A request of a person to a page about the person's own account. */
public final class AccountVisit {

    private final Visit visit;
    private final AccountPermissions permissions;

    private AccountVisit(Visit visit, AccountPermissions permissions) {
        this.visit = visit;
        this.permissions = permissions;
    }

    /**
     * @param roles of Keycloak's client {@code account} ({@link org.keycloak.models.AccountRoles}), one of which allows
     *     to see the page
     * @throws WebApplicationException as {@link Visit#begin}; a page with status 404 in a realm whose client
     *     {@code account} is missing or disabled; a page with status 403 if the person has none of the roles
     */
    public static AccountVisit begin(KeycloakSession session, String... roles) {
        Visit visit = Visit.begin(session);
        AccountPermissions permissions =
                new AccountPermissions(session.getContext().getRealm(), visit.user());
        if (!permissions.exist()) {
            throw visit.notFound();
        }
        if (!permissions.hasOneOf(roles)) {
            throw visit.forbidden();
        }
        return new AccountVisit(visit, permissions);
    }

    public Visit visit() {
        return visit;
    }

    public KeycloakSession session() {
        return visit.session();
    }

    public RealmModel realm() {
        return visit.caller().realm();
    }

    public UserModel user() {
        return visit.user();
    }

    public Locale language() {
        return visit.language();
    }

    /** Whether an administrator acts as the person; such a session may look, and change nothing. */
    public boolean isImpersonated() {
        return visit.isImpersonated();
    }

    /** Whether something may be changed that needs one of the roles. */
    public boolean may(String... roles) {
        return !isImpersonated() && permissions.hasOneOf(roles);
    }

    /**
     * The fields of a form that changes something.
     *
     * @param roles one of which allows the change
     * @throws WebApplicationException a page with status 403 if the form does not belong to this session, or if the
     *     person may not change it
     */
    public MultivaluedMap<String, String> form(String... roles) {
        MultivaluedMap<String, String> form = visit.form();
        requireOneOf(roles);
        return form;
    }

    /**
     * As {@link #form}, for a form whose fields were read elsewhere.
     *
     * @param csrf its token
     */
    public void checkChange(String csrf, String... roles) {
        visit.checkCsrf(csrf);
        requireOneOf(roles);
    }

    private void requireOneOf(String... roles) {
        if (!may(roles)) {
            session().getTransactionManager().setRollbackOnly();
            throw visit.forbidden();
        }
    }

    /** The template of a page, which shows no buttons if {@code readOnly}. */
    public Page page(String template) {
        return visit.page(template).with("readOnly", isImpersonated()).with("impersonated", isImpersonated());
    }

    /** An event of Keycloak about the person, by the dashboard's client; the caller adds details and fires it. */
    public EventBuilder event(EventType type) {
        EventBuilder event = new EventBuilder(
                        realm(), session(), session().getContext().getConnection())
                .event(type)
                .client(session().getContext().getClient())
                .user(user())
                .session(visit.userSession());
        Device.describe(session(), event);
        return event;
    }

    /**
     * Starts one of Keycloak's application-initiated actions.
     *
     * @param action alias of the required action, possibly with a parameter after a colon
     * @param page of the dashboard to which the person returns; it tells how the action ended
     */
    public Response action(String action, String page) {
        return visit.action(action, page);
    }
}
