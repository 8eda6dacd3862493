package com.encvoy.keycloak.login.gate;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.Application;

/**
 * The page for users that may not use an application. Never a redirect with {@code error=}: Sentry would respond by
 * asking again in an endless loop.
 */
final class AccessDenied {

    private AccessDenied() {}

    /**
     * Fires the error event and creates the page.
     *
     * @param reason the event detail, and the suffix of the message key {@code encvoyDenied.<reason>}
     */
    static Response page(
            LoginFormsProvider form, EventBuilder event, ClientModel client, UserModel user, String reason) {
        event.clone()
                .event(EventType.LOGIN)
                .client(client)
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.REASON, reason)
                .error(Errors.ACCESS_DENIED);
        Application application = Application.of(client);
        Map<String, Object> shown = new HashMap<>();
        shown.put("application", application.title());
        shown.put("reason", reason);
        shown.put("account", user.getEmail() == null ? user.getUsername() : user.getEmail());
        application.contact().ifPresent(contact -> shown.put("contact", contact));
        Response page = form.setAttribute("encvoyDenied", shown).createForm("encvoy-access-denied.ftl");
        return Response.fromResponse(page).status(Response.Status.FORBIDDEN).build();
    }
}
