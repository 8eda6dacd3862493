package com.encvoy.keycloak.login.gate;

import java.util.List;

import com.encvoy.keycloak.login.flow.BaseRequiredActionFactory;

/** Required action {@code encvoy-raise-visibility}; see {@link RaiseVisibilityAction}. */
public final class RaiseVisibilityActionFactory extends BaseRequiredActionFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-raise-visibility";

    public RaiseVisibilityActionFactory() {
        super(PROVIDER_ID, "Encvoy: raise visibility", RaiseVisibilityAction.INSTANCE, List.of());
    }
}
