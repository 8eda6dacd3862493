package com.encvoy.keycloak.dashboard.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.keycloak.models.AccountRoles;

import com.encvoy.keycloak.access.AccountPermissions;

/** The pages about one's own account, in the order of the navigation. */
public enum Section {
    PROFILE,
    PRIVACY,
    SECURITY,
    SESSIONS,
    APPS,
    REQUESTS,
    ACTIVITY,
    DATA;

    private static final List<String> OF_PROFILE = List.of(AccountRoles.MANAGE_ACCOUNT, AccountRoles.VIEW_PROFILE);

    private static final List<String> OF_APPLICATIONS =
            List.of(AccountRoles.MANAGE_ACCOUNT, AccountRoles.VIEW_APPLICATIONS);

    /** Its page, below the dashboard. */
    public String page() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The roles of Keycloak's client {@code account}, one of which allows to see it. */
    public String[] roles() {
        return (this == APPS ? OF_APPLICATIONS : OF_PROFILE).toArray(String[]::new);
    }

    /** The sections that a person may see. */
    public static List<Section> of(AccountPermissions permissions) {
        return Stream.of(values())
                .filter(section -> permissions.hasOneOf(section.roles()))
                .toList();
    }

    /** Whether a page of the dashboard belongs to this section. */
    boolean has(String page) {
        return page.equals(page()) || page.startsWith(page() + "/") || page.startsWith(page() + "?");
    }
}
