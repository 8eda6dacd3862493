package com.encvoy.keycloak.alert;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Decides which events of an account are reported to its owner by mail. Keycloak fires a deprecated event beside some
 * of them ({@code UPDATE_PASSWORD}, {@code UPDATE_TOTP}, {@code REMOVE_TOTP}); those are left out.
 */
public final class Alerts {

    /** The names of credentials in messages; any other is {@code other}. */
    private static final Map<String, String> FACTORS = Map.of(
            OTPCredentialModel.TYPE, "otp",
            WebAuthnCredentialModel.TYPE_TWOFACTOR, "key",
            WebAuthnCredentialModel.TYPE_PASSWORDLESS, "passkey",
            RecoveryAuthnCodesCredentialModel.TYPE, "codes",
            PasswordCredentialModel.TYPE, "password");

    private static final Set<EventType> CHANGES = Set.of(
            EventType.UPDATE_CREDENTIAL, EventType.REMOVE_CREDENTIAL, EventType.UPDATE_EMAIL, EventType.UPDATE_PROFILE);

    private static final Pattern CREDENTIAL = Pattern.compile("users/[^/]+/credentials/[^/]+");
    private static final Pattern PASSWORD = Pattern.compile("users/[^/]+/reset-password");
    private static final Pattern PERSON = Pattern.compile("users/[^/]+");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public Alerts(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Whether events of this type may be reported. */
    public static boolean concern(EventType type) {
        return CHANGES.contains(type);
    }

    /**
     * The person has authenticated, rather than being signed in already.
     *
     * @param known whether they have signed in with this browser before
     */
    public void signedIn(boolean known) {
        boolean first = FirstSignIn.note(user);
        if (!known && !first) {
            mail(Alert.NEW_BROWSER).withDevice().send();
        }
    }

    /** A change that the person has made. */
    public void changed(Event event) {
        switch (event.getType()) {
            case UPDATE_EMAIL, UPDATE_PROFILE -> addressChanged(true);
            case UPDATE_CREDENTIAL -> added(event);
            case REMOVE_CREDENTIAL ->
                factor("removed", detail(event, Details.CREDENTIAL_TYPE))
                        .withDevice()
                        .send();
            default -> {
                // Not told.
            }
        }
    }

    /** A change that an administrator has made; their browser and address are not the person's business. */
    public void changed(AdminEvent event) {
        if (FirstSignIn.isToCome(user)) {
            return;
        }
        String path = event.getResourcePath();
        if (PASSWORD.matcher(path).matches()) {
            mail(Alert.PASSWORD_CHANGED).with("how", "administrator").send();
        } else if (CREDENTIAL.matcher(path).matches()) {
            Map<String, String> details = event.getDetails();
            factor("removed", details == null ? null : details.get(Details.CREDENTIAL_TYPE))
                    .with("administrator", true)
                    .send();
        } else if (PERSON.matcher(path).matches()) {
            addressChanged(false);
        }
    }

    private void added(Event event) {
        String type = detail(event, Details.CREDENTIAL_TYPE);
        // In the context of the dashboard it only has another name; what is set up is set up by a required action.
        if (detail(event, Details.CONTEXT) != null || FirstSignIn.isUnderWay(session, user)) {
            return;
        }
        if (PasswordCredentialModel.TYPE.equals(type)) {
            mail(Alert.PASSWORD_CHANGED).with("how", "self").withDevice().send();
        } else {
            factor("added", type).withDevice().send();
        }
    }

    private void addressChanged(boolean byThePerson) {
        AddressBefore.changed(session, user).ifPresent(before -> {
            AlertMail mail = mail(Alert.EMAIL_CHANGED).with("administrator", !byThePerson);
            (byThePerson ? mail.withDevice() : mail).sendTo(before);
        });
    }

    private AlertMail factor(String change, String type) {
        return mail(Alert.FACTOR_CHANGED)
                .with("change", change)
                .with("administrator", false)
                .with("factor", FACTORS.getOrDefault(type == null ? "" : type, "other"));
    }

    private AlertMail mail(Alert alert) {
        return new AlertMail(session, realm, user, alert);
    }

    private static String detail(Event event, String name) {
        return event.getDetails() == null ? null : event.getDetails().get(name);
    }
}
