package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** Which of the realm's flows a step runs in. */
public enum FlowKind {
    LOGIN,
    REGISTRATION,

    /** The flow that Keycloak calls <em>reset credentials</em>. */
    RECOVERY;

    /**
     * Decided by the flow that the step belongs to, not by the path of the address: a browser may send the form of one
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
