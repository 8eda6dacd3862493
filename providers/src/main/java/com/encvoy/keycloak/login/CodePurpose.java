package com.encvoy.keycloak.login;

import java.util.Locale;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** What a code by e-mail is for. It decides the text of the mail and the type of the event. */
enum CodePurpose {
    SIGN_IN("code", EventType.SEND_VERIFY_EMAIL),
    RECOVERY("recovery-code", EventType.SEND_RESET_PASSWORD),
    VERIFICATION("verification-code", EventType.SEND_VERIFY_EMAIL);

    private final String mail;
    private final EventType event;

    CodePurpose(String mail, EventType event) {
        this.mail = mail;
        this.event = event;
    }

    /**
     * By the flow that the step belongs to. Not by the path of the address: a browser may send the form of one flow to
     * the path of another.
     */
    static CodePurpose of(AuthenticationFlowContext context) {
        RealmModel realm = context.getRealm();
        String flow = context.getTopLevelFlow().getId();
        if (isFlow(realm.getRegistrationFlow(), flow)) {
            return VERIFICATION;
        }
        return isFlow(realm.getResetCredentialsFlow(), flow) ? RECOVERY : SIGN_IN;
    }

    private static boolean isFlow(AuthenticationFlowModel model, String id) {
        return model != null && model.getId().equals(id);
    }

    String mail() {
        return mail;
    }

    EventType event() {
        return event;
    }

    /** The value of the detail {@code context} in events. */
    String context() {
        return name().toLowerCase(Locale.ROOT);
    }
}
