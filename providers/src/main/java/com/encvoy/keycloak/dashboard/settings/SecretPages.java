package com.encvoy.keycloak.dashboard.settings;

import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.authentication.authenticators.client.JWTClientSecretAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.editing.ClientSecret;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.Refusals;
import com.encvoy.keycloak.dashboard.shell.Moment;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.membership.OwnerMail;

/**
 * {@code …/secret}: the secret of an application, after a recent sign-in, and its replacement. Applications without a
 * secret have no such pages.
 */
public final class SecretPages {

    private static final String PAGE = "secret";

    private static final String ROTATION = "secret/rotate";

    private final KeycloakSession session;
    private final String id;

    public SecretPages(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** Whether an application authenticates with a secret. */
    static boolean hasSecret(ClientModel client) {
        String authenticator = client.getClientAuthenticatorType();
        return !client.isPublicClient()
                && (authenticator == null
                        || authenticator.equals(ClientIdAndSecretAuthenticator.PROVIDER_ID)
                        || authenticator.equals(JWTClientSecretAuthenticator.PROVIDER_ID));
    }

    @GET
    public Response show() {
        ApplicationVisit visit = begin(PAGE);
        ClientModel client = visit.client();
        return visit.page("secret")
                .textsOf("settings")
                .with("secret", Optional.ofNullable(client.getSecret()).orElse(""))
                .with("configuration", Configuration.of(session, client, Optional.ofNullable(client.getSecret())))
                .with(
                        "oldWorksUntil",
                        ClientSecret.oldWorksUntil(client)
                                .map(until -> Moment.time(
                                        until.toEpochMilli(), visit.visit().language()))
                                .orElse(null))
                .render();
    }

    @GET
    @Path("rotate")
    public Response ask() {
        return confirmation(begin(ROTATION)).render();
    }

    @POST
    @Path("rotate")
    public Response rotate() {
        ApplicationVisit visit = begin(ROTATION);
        Form.of(visit.visit());
        ClientSecret.Rotation rotation = new ClientSecret(session).rotate(visit.caller(), visit.client());
        if (!rotation.refusals().isEmpty()) {
            return Refusals.on(confirmation(visit), rotation.refusals()).render();
        }
        new OwnerMail(session, visit.client()).secretRotated(visit.caller().user());
        return visit.redirect(
                PAGE, rotation.oldWorksUntil().isPresent() ? "secret_replaced_with_grace" : "secret_replaced");
    }

    private ApplicationVisit begin(String page) {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().maySeeSecret(visit.client()));
        if (!hasSecret(visit.client())) {
            throw visit.visit().notFound();
        }
        visit.visit().requireRecentSignIn(visit.path(page));
        return visit;
    }

    private Page confirmation(ApplicationVisit visit) {
        return visit.page("secret-rotation")
                .textsOf("settings")
                .with("keepsOld", new SecretGrace(session, visit.client()).isGiven());
    }
}
