package com.encvoy.keycloak.dashboard.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.account.activity.History;
import com.encvoy.keycloak.account.activity.HistoryEntry.Kind;
import com.encvoy.keycloak.account.activity.Retention;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Section;

/** {@code /realms/{realm}/dashboard/activity}: what happened to the person's account, the newest first. */
public final class HistoryPage {

    private static final String TEMPLATE = "history";

    private static final int LENGTH = 30;

    private final KeycloakSession session;

    public HistoryPage(KeycloakSession session) {
        this.session = session;
    }

    /**
     * @param kind {@code sign_in} or {@code change}; anything else for everything
     * @param first number of the first entry, from 0; 0 for anything that is not a number
     */
    @GET
    public Response show(@QueryParam("kind") String kind, @QueryParam("first") String first) {
        AccountVisit visit = AccountVisit.begin(session, Section.ACTIVITY.roles());
        Optional<Kind> asked = Arrays.stream(Kind.values())
                .filter(known -> name(known).equals(kind))
                .findFirst();
        int skipped = number(first);
        History.Page found = new History(session, visit.realm(), visit.user()).page(asked, skipped, LENGTH);
        int next = skipped + LENGTH;
        boolean reachable = next <= History.MAX_FIRST;
        ShownEntry shown = new ShownEntry(visit.realm(), visit.language());
        return visit.page(TEMPLATE)
                .textsOf(TEMPLATE)
                .with("kind", asked.map(HistoryPage::name).orElse(""))
                .with("entries", found.entries().stream().map(shown::model).toList())
                .with("stored", stored(Retention.of(visit.realm())))
                .with("previous", skipped > 0 ? Math.max(0, skipped - LENGTH) : -1)
                .with("next", found.more() && reachable ? next : -1)
                .with("older", found.more() && !reachable)
                .render();
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Math.min(Math.max(Integer.parseInt(text), 0), History.MAX_FIRST);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Map<String, Object> stored(Retention retention) {
        return Map.of(
                "signIns", retention.signIns(),
                "refusals", retention.refusals(),
                "changes", retention.changes(),
                "days", retention.days());
    }
}
