package com.encvoy.keycloak.dashboard.privacy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.UserProfileProvider;

import com.encvoy.keycloak.access.AccountPermissions;
import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.account.applications.KnownApplication;
import com.encvoy.keycloak.account.applications.KnownApplications;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.claims.ClaimsPreview;
import com.encvoy.keycloak.claims.ClaimsPreview.Preview;
import com.encvoy.keycloak.claims.CustomFields;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Section;
import com.encvoy.keycloak.dashboard.shell.Skipped;
import com.encvoy.keycloak.look.Branding;
import com.encvoy.keycloak.oidc.issuer.ServerLocation;

/** {@code /realms/{realm}/dashboard/privacy}: what applications see of a person, and what one would learn right now. */
public final class PrivacyPages {

    /** Applications on one page. */
    static final int SIZE = 10;

    static final String[] SEES_APPLICATIONS = {AccountRoles.MANAGE_ACCOUNT, AccountRoles.VIEW_APPLICATIONS};

    private final KeycloakSession session;

    public PrivacyPages(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response show(@QueryParam("first") String first) {
        return new PrivacyForm(begin(), Skipped.of(first)).show();
    }

    @POST
    public Response save() {
        return changeable().save();
    }

    @POST
    @Path("default")
    public Response useDefault() {
        return changeable().useDefault();
    }

    /** @param id of the client */
    @GET
    @Path("{id}")
    public Response learnt(@PathParam("id") String id) {
        AccountVisit visit = begin();
        if (!new AccountPermissions(visit.realm(), visit.user()).hasOneOf(SEES_APPLICATIONS)) {
            throw visit.visit().forbidden();
        }
        KnownApplication known = applications(visit).stream()
                .filter(application -> application.client().getId().equals(id))
                .findFirst()
                .orElseThrow(visit.visit()::notFound);
        ClientModel client = known.client();
        Preview learnt = new ClaimsPreview(session, client, new ServerLocation(session).issuerFor(client))
                .withConsent(
                        visit.user(),
                        known.scopes().stream().map(ClientScopeModel::getName).collect(Collectors.toSet()));
        return visit.page("learnt")
                .textsOf("privacy")
                .with("application", shown(client))
                .with("refusal", learnt.refusal().orElse(null))
                .with(
                        "facts",
                        new LearntFacts(
                                        values(visit),
                                        CustomFields.of(session.getProvider(UserProfileProvider.class)
                                                .getConfiguration()))
                                .of(learnt))
                .render();
    }

    private AccountVisit begin() {
        return AccountVisit.begin(session, Section.PRIVACY.roles());
    }

    private PrivacyForm changeable() {
        AccountVisit visit = begin();
        visit.form(AccountRoles.MANAGE_ACCOUNT);
        PrivacyForm form = new PrivacyForm(visit, 0);
        if (!form.isChangeable()) {
            throw visit.visit().forbidden();
        }
        return form;
    }

    /** The applications in use that learn something of the person as claims. */
    static List<KnownApplication> applications(AccountVisit visit) {
        return new KnownApplications(visit.session(), visit.realm(), visit.user())
                .all().stream()
                        .filter(known -> ApplicationPermissions.isApplication(known.client()))
                        .toList();
    }

    static Map<String, Object> shown(ClientModel client) {
        String logo = new Branding(client.getRealm(), client).getAvatar();
        return Map.of(
                "id", client.getId(),
                "name", Application.of(client).title(),
                "description", Objects.toString(client.getDescription(), ""),
                // Pages of the dashboard load pictures of this server only.
                "logo", logo != null && logo.startsWith("/") ? logo : "");
    }

    static ShownValue values(AccountVisit visit) {
        return new ShownValue(
                visit.language(),
                visit.session().getContext().getUri().getBaseUri().toString());
    }
}
