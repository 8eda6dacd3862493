package com.encvoy.keycloak.dashboard.shell;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

import com.encvoy.keycloak.access.DashboardAddress;

/** The client {@code encvoy-dashboard} of a realm, through which people sign in to the dashboard. */
final class DashboardClient {

    static final String CALLBACK = "signed-in";

    /** Keycloak's own clients have this root URL: it stands for the address of the server. */
    private static final String SERVER = "${authBaseUrl}";

    private final KeycloakSession session;
    private final ClientModel client;

    private DashboardClient(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /**
     * @return empty if there is no dashboard: in the realm of the server's administrators, in realms without the
     *     client, and where it is disabled
     */
    static Optional<DashboardClient> of(KeycloakSession session) {
        return DashboardAddress.client(session.getContext().getRealm())
                .map(known -> new DashboardClient(session, known));
    }

    ClientModel model() {
        return client;
    }

    /** Whether a session has signed in to the dashboard. */
    boolean isUsedIn(UserSessionModel userSession) {
        return userSession.getAuthenticatedClientSessionByClient(client.getId()) != null;
    }

    /** The address of the dashboard, with a slash at its end. */
    static URI base(KeycloakSession session) {
        return DashboardAddress.of(
                session.getContext().getUri().getBaseUri(), session.getContext().getRealm());
    }

    /**
     * The address to which the sign-in returns. It contains the name of the realm, so it is registered here: a realm
     * file can be imported under any name, and a realm can be renamed.
     */
    URI callback() {
        URI callback = UriBuilder.fromUri(base(session)).path(CALLBACK).build();
        Set<String> registered = Set.of(belowServer(callback));
        if (!client.getRedirectUris().equals(registered) || !SERVER.equals(client.getRootUrl())) {
            client.setRootUrl(SERVER);
            client.setBaseUrl(belowServer(base(session)));
            client.setRedirectUris(registered);
        }
        return callback;
    }

    private String belowServer(URI address) {
        return "/"
                + session.getContext().getUri().getBaseUri().relativize(address).getRawPath();
    }
}
