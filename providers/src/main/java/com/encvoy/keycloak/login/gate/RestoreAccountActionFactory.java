package com.encvoy.keycloak.login.gate;

import java.util.List;

import com.encvoy.keycloak.access.DeletionMark;
import com.encvoy.keycloak.login.flow.BaseRequiredActionFactory;

/** Required action {@code encvoy-restore-account}; see {@link RestoreAccountAction}. */
public final class RestoreAccountActionFactory extends BaseRequiredActionFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = DeletionMark.ACTION;

    public RestoreAccountActionFactory() {
        super(PROVIDER_ID, "Encvoy: restore account", RestoreAccountAction.INSTANCE, List.of());
    }
}
