package com.encvoy.keycloak.login.gate;

import java.util.List;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.login.flow.BaseRequiredActionFactory;

/** Required action {@code encvoy-access-gate}; see {@link AccessGateAction}. */
public final class AccessGateActionFactory extends BaseRequiredActionFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = AccessDecision.GATE;

    public AccessGateActionFactory() {
        super(PROVIDER_ID, "Encvoy: access gate", AccessGateAction.INSTANCE, List.of());
    }
}
