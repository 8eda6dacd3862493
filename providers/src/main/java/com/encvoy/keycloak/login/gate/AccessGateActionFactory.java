package com.encvoy.keycloak.login.gate;

import java.util.List;

import com.encvoy.keycloak.access.Access;
import com.encvoy.keycloak.login.flow.ActionFactory;

/** Required action {@code encvoy-access-gate}; see {@link AccessGateAction}. */
public final class AccessGateActionFactory extends ActionFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = Access.GATE;

    public AccessGateActionFactory() {
        super(PROVIDER_ID, "Encvoy: access gate", AccessGateAction.INSTANCE, List.of());
    }
}
