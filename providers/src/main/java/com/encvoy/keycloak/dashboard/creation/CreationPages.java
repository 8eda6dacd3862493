package com.encvoy.keycloak.dashboard.creation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ClientCreation;
import com.encvoy.keycloak.application.editing.ProfileRules;
import com.encvoy.keycloak.application.registration.ApplicationTemplate;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.ProfileForm;
import com.encvoy.keycloak.dashboard.application.Refusals;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Visit;

/** {@code …/applications/create}: first the product, then its details. A product only needs its address. */
public final class CreationPages {

    private static final String PRODUCT = "product";

    /** An application that is not one of the products. */
    private static final String OTHER = "other";

    private static final String KIND = "kind";

    private final KeycloakSession session;

    public CreationPages(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response show(@QueryParam(PRODUCT) String product) {
        Visit visit = begin();
        return isKnown(product)
                ? form(visit, product, Map.of(PRODUCT, product, KIND, "web")).render()
                : choice(visit).render();
    }

    @POST
    public Response create() {
        Visit visit = begin();
        Form form = Form.of(visit);
        String product = form.text(PRODUCT);
        if (!isKnown(product)) {
            return choice(visit).status(Response.Status.BAD_REQUEST).render();
        }
        ClientCreation.Result created = create(visit, form, product);
        return created.client()
                .map(client -> visit.redirect("applications/" + client.getId(), "created"))
                .orElseGet(() -> Refusals.on(again(visit, form, product), created.refusals())
                        .render());
    }

    private ClientCreation.Result create(Visit visit, Form form, String product) {
        ClientCreation creation = new ClientCreation(session);
        String clientId = form.text("client_id");
        return ApplicationTemplate.named(product)
                .map(template -> creation.create(
                        visit.caller(),
                        template,
                        ApplicationProfile.address(form.text("url")),
                        clientId.isEmpty() ? null : clientId))
                .orElseGet(() ->
                        creation.create(visit.caller(), ProfileForm.read(form, "public".equals(form.text(KIND)))));
    }

    /** @throws jakarta.ws.rs.WebApplicationException 403 if the person may not create applications */
    private Visit begin() {
        Visit visit = Visit.begin(session);
        if (!visit.permissions().mayCreate()) {
            throw visit.forbidden();
        }
        return visit;
    }

    private static boolean isKnown(String product) {
        return OTHER.equals(product) || ApplicationTemplate.named(product).isPresent();
    }

    private static Page choice(Visit visit) {
        return visit.page("create")
                .textsOf("application")
                .textsOf("create")
                .with("products", products())
                .with(PRODUCT, "");
    }

    private static Page form(Visit visit, String product, Map<String, String> values) {
        return visit.page("create")
                .textsOf("application")
                .textsOf("create")
                .with(PRODUCT, product)
                .with("values", values)
                .with("choosesClientId", visit.permissions().createsWithoutLimit());
    }

    private static Page again(Visit visit, Form form, String product) {
        Optional<String> twins = ProfileForm.withAndWithoutSlash(form.lines(ProfileRules.REDIRECT_URIS).stream()
                .map(String::strip)
                .toList());
        return form(visit, product, form.values()).with("twins", twins.orElse(null));
    }

    private static List<String> products() {
        return Arrays.stream(ApplicationTemplate.values())
                .map(ApplicationTemplate::id)
                .toList();
    }
}
