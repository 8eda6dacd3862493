package com.encvoy.keycloak.ending;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.device.Device;

/**
 * The page for users that may not use an application. Never a redirect with {@code error=}: Sentry would respond by
 * asking again in an endless loop.
 */
public final class AccessDenied {

    /** The application needs what cannot be written to the user, whose directory is read-only. */
    public static final String READ_ONLY = "read_only";

    private AccessDenied() {}

    /** The page in a flow, and its event. */
    public static Response page(AuthenticationFlowContext context, String reason) {
        return page(
                context.getSession(),
                context.getAuthenticationSession(),
                context.form(),
                context.getEvent(),
                context.getUser(),
                reason);
    }

    /** The page in a required action, and its event. */
    public static Response page(RequiredActionContext context, String reason) {
        return page(
                context.getSession(),
                context.getAuthenticationSession(),
                context.form(),
                context.getEvent(),
                context.getUser(),
                reason);
    }

    /**
     * Fires the error event and creates the page.
     *
     * @param reason the event detail, and the suffix of the message key {@code encvoyDenied.<reason>}
     */
    static Response page(
            KeycloakSession session,
            AuthenticationSessionModel login,
            LoginFormsProvider form,
            EventBuilder event,
            UserModel user,
            String reason) {
        ClientModel client = login.getClient();
        String reference = Reference.create();
        Device.describe(session, event);
        fire(event, client, user, reason, reference);
        Map<String, Object> shown = new HashMap<>();
        shown.put("application", Application.of(client).title());
        shown.put("reason", reason);
        shown.put("account", user.getEmail() == null ? user.getUsername() : user.getEmail());
        shown.put("signedIn", isSignedIn(session, login, user));
        SupportDetails.addTo(
                shown,
                reference,
                Errors.ACCESS_DENIED + " (" + reason + ")",
                client.getClientId(),
                login.getRedirectUri());
        Contact.addTo(shown, client);
        // The page names the account in its own words, and trying another method would lead to the same refusal.
        form.setAuthContext(null);
        Response page = form.setAttribute("encvoyDenied", shown).createForm("encvoy-access-denied.ftl");
        return Response.fromResponse(page).status(Response.Status.FORBIDDEN).build();
    }

    /** Fires the event of a login that ends because the user may not, or does not want to, meet a condition. */
    public static void fire(EventBuilder event, ClientModel client, UserModel user, String reason, String reference) {
        event.clone()
                .event(EventType.LOGIN)
                .client(client)
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.REASON, reason)
                .detail(Reference.DETAIL, reference)
                .error(Errors.ACCESS_DENIED);
    }

    /** Whether the browser has a session of this user, rather than a login that has just begun. */
    private static boolean isSignedIn(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        UserSessionModel signedIn = new AuthenticationSessionManager(session).getUserSession(login);
        return signedIn != null && user.getId().equals(signedIn.getUser().getId());
    }
}
