package com.encvoy.keycloak.install.thing;

import java.util.Locale;

/** A part of the pack in a realm that can be installed alone. */
public enum Part {
    /** Client scopes with their mappers, and that applications have them. */
    ENDPOINTS,

    /** Attributes and groups of the user profile. */
    PROFILE,

    /** Flows, required actions, and the bindings of the flows. */
    LOGIN,

    /** Themes, content security policy, languages. */
    LOOK,

    /** Client and roles of the dashboards, and the events that they show. */
    DASHBOARD,

    /** The client of Sentry. */
    SENTRY;

    /** The name on a command line and in a record. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
