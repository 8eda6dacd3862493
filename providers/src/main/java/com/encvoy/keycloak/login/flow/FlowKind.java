package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** The realm flow that an authenticator runs in. */
public enum FlowKind {
    LOGIN,
    REGISTRATION,

    /** Keycloak's <em>reset credentials</em> flow. */
    RECOVERY;

    /**
     * Determined by the flow that contains the execution, not by the request path: a browser can submit the form of one
     * flow to the path of another.
     */
    public static FlowKind of(AuthenticationFlowContext context) {
        RealmModel realm = context.getRealm();
        String flow = context.getTopLevelFlow().getId();
        if (isFlow(realm.getRegistrationFlow(), flow)) {
            return REGISTRATION;
        }
        return isFlow(realm.getResetCredentialsFlow(), flow) ? RECOVERY : LOGIN;
    }

    private static boolean isFlow(AuthenticationFlowModel model, String id) {
        return model != null && model.getId().equals(id);
    }
}
