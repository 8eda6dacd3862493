package com.encvoy.keycloak.login.code;

import java.util.Locale;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;

import com.encvoy.keycloak.login.flow.FlowKind;

/** Purpose of a code by e-mail. Determines the text of the mail and the event type. */
enum CodePurpose {
    SIGN_IN("code", EventType.SEND_VERIFY_EMAIL),
    RECOVERY("recovery-code", EventType.SEND_RESET_PASSWORD),
    VERIFICATION("verification-code", EventType.SEND_VERIFY_EMAIL),

    /** To a new address, before it takes the place of the old one. */
    EMAIL_CHANGE("verification-code", EventType.SEND_VERIFY_EMAIL);

    private final String mail;
    private final EventType event;

    CodePurpose(String mail, EventType event) {
        this.mail = mail;
        this.event = event;
    }

    static CodePurpose of(AuthenticationFlowContext context) {
        return switch (FlowKind.of(context)) {
            case LOGIN -> SIGN_IN;
            case RECOVERY -> RECOVERY;
            case REGISTRATION -> VERIFICATION;
        };
    }

    String mail() {
        return mail;
    }

    EventType event() {
        return event;
    }

    /** The value of the event detail {@code context}. */
    String context() {
        return name().toLowerCase(Locale.ROOT);
    }
}
