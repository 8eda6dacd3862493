package com.encvoy.keycloak.dashboard.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.PublicName;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.shell.Page;

/** {@code …/applications/{id}}: what an application is. Members see its name, its address and its contact. */
public final class OverviewPage {

    private final KeycloakSession session;
    private final String id;

    public OverviewPage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    public Response show() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        ApplicationPermissions permissions = visit.permissions();
        ClientModel client = visit.client();
        Page page = visit.page("overview")
                .textsOf("settings")
                .with("contact", Application.of(client).contact().orElse(null))
                .with("whole", permissions.mayRead(client));
        if (permissions.mayReadMembers(client)) {
            page.with("members", MemberCount.of(session, client).model());
        }
        if (permissions.mayRead(client)) {
            page.with("description", client.getDescription())
                    .with("enabled", client.isEnabled())
                    .with("publicClient", client.isPublicClient())
                    .with("creator", creator(visit))
                    .with("untrusted", Application.of(client).untrustedCreator().isPresent())
                    .with("configuration", Configuration.of(session, client, Optional.empty()))
                    .with("mayTrust", permissions.mayTrust(client));
        }
        return page.with("seesSecret", permissions.maySeeSecret(client) && SecretPages.hasSecret(client))
                .with("mayDelete", permissions.mayDelete(client))
                .render();
    }

    /** The creator of the application, as far as the viewer may see; null if an administrator created it. */
    private static Map<String, Object> creator(ApplicationVisit visit) {
        String id = visit.client().getAttribute(Application.CREATED_BY);
        if (id == null) {
            return null;
        }
        UserModel creator =
                visit.visit().session().users().getUserById(visit.client().getRealm(), id);
        Map<String, Object> shown = new HashMap<>();
        shown.put("yourself", id.equals(visit.caller().user().getId()));
        shown.put("gone", creator == null);
        shown.put("name", creator == null ? "" : name(visit, creator));
        return shown;
    }

    private static String name(ApplicationVisit visit, UserModel creator) {
        Optional<String> shown = PublicName.of(visit.client().getRealm(), creator);
        return visit.permissions().seesPeopleWhole() ? shown.orElse(creator.getUsername()) : shown.orElse("");
    }
}
