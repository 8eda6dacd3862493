package com.encvoy.keycloak.dashboard.application;

import java.util.List;
import java.util.function.BiPredicate;

import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.ApplicationPermissions;

/**
 * A page of an application.
 *
 * @param name a word of its address and of its message
 * @param open who may open it
 */
record Tab(String name, BiPredicate<ApplicationPermissions, ClientModel> open) {

    /** In the order of the pages. */
    private static final List<Tab> ALL = List.of(
            new Tab("overview", ApplicationPermissions::maySee),
            new Tab("settings", ApplicationPermissions::mayRead),
            new Tab("access", ApplicationPermissions::mayRead),
            new Tab("look", ApplicationPermissions::mayRead),
            new Tab("members", ApplicationPermissions::mayReadMembers),
            new Tab("invitations", ApplicationPermissions::mayReadMembers),
            new Tab("check", ApplicationPermissions::mayRead),
            new Tab("activity", ApplicationPermissions::mayRead));

    /** The names of the pages that a person may open. */
    static List<String> open(ApplicationPermissions permissions, ClientModel client) {
        return ALL.stream()
                .filter(tab -> tab.open().test(permissions, client))
                .map(Tab::name)
                .toList();
    }
}
