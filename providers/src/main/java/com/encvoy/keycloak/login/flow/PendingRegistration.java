package com.encvoy.keycloak.login.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.core.type.TypeReference;

/** State of a registration started in this login, stored as authentication notes. */
public final class PendingRegistration {

    /**
     * Keycloak's name for this note. Since 26.7 Keycloak sets it itself for accounts it creates; setting it here for
     * those may go when 26.6 is no longer supported.
     */
    private static final String NEW_USER = "NEW_USER_REGISTERED";

    private static final String VERIFIED = "encvoy.registration.verified";
    private static final String EMAIL_IN_USE = "encvoy.registration.taken";

    /** Authentication note: the profile as typed, as JSON. */
    private static final String TYPED = "encvoy.registration.typed";

    /** Client note, because client notes survive a restart of the flow: the profile that is to be corrected. */
    private static final String CORRECTED = "encvoy.registration.corrected";

    /** Name of the button that leads back to the form. */
    private static final String CORRECT = "otherAddress";

    private PendingRegistration() {}

    /** @param user whose account was just created; null if there is none */
    public static void begin(AuthenticationSessionModel login, UserModel user) {
        login.setAuthNote(NEW_USER, "true");
        if (user != null && user.isEmailVerified()) {
            login.setAuthNote(VERIFIED, "true");
        }
    }

    /** Whether the registration itself verified the address, through an organization invitation. */
    public static boolean hasVerifiedAddress(AuthenticationSessionModel login) {
        return login.getAuthNote(VERIFIED) != null;
    }

    /** @param inUse whether the submitted address belongs to another account */
    public static void markEmailInUse(AuthenticationSessionModel login, boolean inUse) {
        if (inUse) {
            login.setAuthNote(EMAIL_IN_USE, "true");
        } else {
            login.removeAuthNote(EMAIL_IN_USE);
        }
    }

    /** Whether the submitted address belongs to another account. */
    public static boolean isEmailInUse(AuthenticationSessionModel login) {
        return login.getAuthNote(EMAIL_IN_USE) != null;
    }

    /**
     * Restarts the login if a registration was abandoned for another flow in the same tab. Its state must not be reused
     * there, whether or not it has created an account: a user is only known after a proof.
     *
     * @return whether the login was restarted
     */
    public static boolean startsOver(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean abandoned = FlowKind.of(context) != FlowKind.REGISTRATION
                && (isEmailInUse(login) || login.getAuthNote(NEW_USER) != null);
        if (abandoned) {
            context.resetFlow();
        }
        return abandoned;
    }

    /** @param typed values of the form, without secrets */
    public static void remember(AuthenticationSessionModel login, Map<String, List<String>> typed) {
        login.removeClientNote(CORRECTED);
        try {
            login.setAuthNote(TYPED, JsonSerialization.writeValueAsString(typed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that was typed; null if no form was sent in this login. */
    public static String address(AuthenticationSessionModel login) {
        return read(login.getAuthNote(TYPED)).getFirst(UserModel.EMAIL);
    }

    /** Whether a person on the code page chose to go back to the form. */
    public static boolean isCorrected(HttpRequest request) {
        return request.getDecodedFormParameters().containsKey(CORRECT);
    }

    /** Keeps what was typed for the form, to be called before the flow starts again. */
    public static void correct(AuthenticationSessionModel login) {
        login.setClientNote(CORRECTED, login.getAuthNote(TYPED));
    }

    /** What was typed in the form that is to be corrected; empty if none is. */
    public static MultivaluedMap<String, String> toCorrect(AuthenticationSessionModel login) {
        return read(login.getClientNote(CORRECTED));
    }

    private static MultivaluedMap<String, String> read(String json) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        if (json != null) {
            try {
                typed.putAll(JsonSerialization.readValue(json, new TypeReference<Map<String, List<String>>>() {}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return typed;
    }
}
