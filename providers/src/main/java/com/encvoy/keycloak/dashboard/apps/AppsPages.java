package com.encvoy.keycloak.dashboard.apps;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.account.applications.Catalog;
import com.encvoy.keycloak.account.applications.Favorites;
import com.encvoy.keycloak.account.applications.KnownApplication;
import com.encvoy.keycloak.account.applications.KnownApplications;
import com.encvoy.keycloak.account.applications.Usable;
import com.encvoy.keycloak.account.applications.UsableApplications;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Section;
import com.encvoy.keycloak.dashboard.shell.Skipped;

/** {@code /realms/{realm}/dashboard/apps}: the applications of a person. */
public final class AppsPages {

    static final String PAGE = "apps";

    private static final String CATALOG = "catalog";

    private static final String ACCESS = "access";

    private static final int SIZE = 50;

    /** The maximum length of a search, in characters. */
    private static final int LONGEST_SEARCH = 100;

    private final KeycloakSession session;

    public AppsPages(KeycloakSession session) {
        this.session = session;
    }

    /** Those that the person may use. */
    @GET
    public Response usable(@QueryParam("first") String first) {
        return usable(begin(session), Skipped.of(first)).render();
    }

    private Page usable(AccountVisit visit, int begin) {
        List<Usable> all = new UsableApplications(session, visit.realm(), visit.user()).all();
        Favorites favorites = new Favorites(session, visit.realm(), visit.user());
        AppCards cards = new AppCards(favorites.ids());
        return page(visit, PAGE, begin, all.size() > begin + SIZE ? begin + SIZE : -1)
                .with("applications", cards.of(part(all, begin)))
                .with("favorites", begin > 0 ? List.of() : cards.of(favorites.among(all)));
    }

    /** Those of the catalogue. */
    @GET
    @Path(CATALOG)
    public Response catalog(@QueryParam("q") @DefaultValue("") String search, @QueryParam("first") String first) {
        AccountVisit visit = begin(session);
        Catalog catalog = new Catalog(session, visit.realm(), visit.user());
        if (!catalog.isOn()) {
            throw visit.visit().notFound();
        }
        int begin = Skipped.of(first);
        String part = shortened(search);
        Catalog.Page found = catalog.page(part, begin, SIZE);
        AppCards cards = new AppCards(new Favorites(session, visit.realm(), visit.user()).ids());
        return page(visit, CATALOG, begin, found.next())
                .with("groups", cards.groups(found.applications()))
                .with("search", part)
                .render();
    }

    /** Those that have access to the account. */
    @GET
    @Path(ACCESS)
    public Response access(@QueryParam("first") String first) {
        AccountVisit visit = begin(session);
        int begin = Skipped.of(first);
        List<KnownApplication> all = new KnownApplications(session, visit.realm(), visit.user())
                .all().stream().filter(KnownApplication::hasAccess).toList();
        AccessShown shown = new AccessShown(session, visit.language());
        return page(visit, ACCESS, begin, all.size() > begin + SIZE ? begin + SIZE : -1)
                .with("applications", part(all, begin).stream().map(shown::of).toList())
                .render();
    }

    /** Puts an application first, or no longer. */
    @POST
    @Path("favorite")
    public Response favorite() {
        AccountVisit visit = begin(session);
        MultivaluedMap<String, String> form = visit.form(AccountRoles.MANAGE_ACCOUNT);
        String id = Objects.toString(form.getFirst("application"), "");
        Favorites favorites = new Favorites(session, visit.realm(), visit.user());
        boolean chosen = favorites.ids().contains(id);
        if (!chosen && !favorites.mayChoose(id)) {
            throw visit.visit().notFound();
        }
        if (!"true".equals(form.getFirst("favorite"))) {
            favorites.remove(id);
        } else if (!favorites.add(id)) {
            return usable(visit, 0)
                    .error("notice.too_many_favorites")
                    .status(Response.Status.BAD_REQUEST)
                    .render();
        }
        return visit.visit().redirect(back(form));
    }

    @Path("{id}")
    public AppPage application(@PathParam("id") String id) {
        return new AppPage(session, id);
    }

    static AccountVisit begin(KeycloakSession session) {
        return AccountVisit.begin(session, Section.APPS.roles());
    }

    /** The list on which the star was. */
    private static String back(MultivaluedMap<String, String> form) {
        int first = Skipped.of(form.getFirst("first"));
        boolean catalog = CATALOG.equals(form.getFirst("list"));
        String search = shortened(Objects.toString(form.getFirst("q"), ""));
        return (catalog ? PAGE + "/" + CATALOG : PAGE)
                + "?first=" + first
                + (catalog && !search.isEmpty() ? "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) : "");
    }

    private static String shortened(String search) {
        String text = search.strip();
        return text.length() <= LONGEST_SEARCH ? text : text.substring(0, LONGEST_SEARCH);
    }

    private static <T> List<T> part(List<T> all, int begin) {
        return begin >= all.size() ? List.of() : all.subList(begin, Math.min(all.size(), begin + SIZE));
    }

    private Page page(AccountVisit visit, String list, int begin, int next) {
        return visit.page("apps")
                .textsOf(PAGE)
                .with("list", list)
                .with("hasCatalog", new Catalog(session, visit.realm(), visit.user()).isOn())
                .with("mayChoose", visit.may(AccountRoles.MANAGE_ACCOUNT))
                .with("search", "")
                .with("first", begin)
                .with("previous", begin > 0 ? Math.max(0, begin - SIZE) : -1)
                .with("next", next);
    }
}
