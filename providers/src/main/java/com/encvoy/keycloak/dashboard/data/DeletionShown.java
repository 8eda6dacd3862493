package com.encvoy.keycloak.dashboard.data;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.deletion.AccountDeletion;
import com.encvoy.keycloak.deletion.Obstacle;

/** What pages show of the deletion of an account: when it would be over, and what stands in its way. */
final class DeletionShown {

    private final AccountVisit visit;
    private final AccountDeletion deletion;

    DeletionShown(AccountVisit visit) {
        this.visit = visit;
        this.deletion = new AccountDeletion(visit.session(), visit.user());
    }

    /** Whether Keycloak lets the person delete the account, as its own page decides. */
    boolean isPermitted() {
        return visit.may(AccountRoles.DELETE_ACCOUNT);
    }

    AccountDeletion deletion() {
        return deletion;
    }

    Page on(Page page) {
        return on(page, visit.isImpersonated() ? Optional.empty() : deletion.obstacle());
    }

    Page on(Page page, Optional<Obstacle> obstacle) {
        return page.with("days", deletion.days())
                .with("until", until())
                .with("mayDelete", isPermitted() && obstacle.isEmpty())
                .with("obstacle", isPermitted() ? obstacle.map(this::key).orElse("") : "not_permitted")
                .with("owned", isPermitted() ? obstacle.map(this::owned).orElse(List.of()) : List.of());
    }

    /** The last day on which it could be restored, in the language of the page. */
    String until() {
        LocalDate day = deletion.lastDay();
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(visit.language())
                .format(day);
    }

    private String key(Obstacle obstacle) {
        return obstacle.kind().key();
    }

    private List<Map<String, String>> owned(Obstacle obstacle) {
        return obstacle.applications().stream().map(DeletionShown::shown).toList();
    }

    private static Map<String, String> shown(ClientModel client) {
        return Map.of("id", client.getId(), "name", Application.of(client).title());
    }
}
