package com.encvoy.keycloak.account.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

import com.encvoy.keycloak.account.activity.HistoryEntry.Weight;
import com.encvoy.keycloak.device.Device;
import com.encvoy.keycloak.device.NetworkAddress;

/** What a stored event means to the person it is about. */
final class EventMeaning {

    /** Details of a changed choice of what applications see. */
    private static final List<String> PRIVACY = List.of(
            Details.PREF_UPDATED + "public_profile_claims_oauth", Details.PREF_UPDATED + "public_external_accounts");

    /** Detail of an account that is to be deleted or was restored: the last day on which it can be restored. */
    private static final String DELETE_AFTER = "delete_after";

    private static final String DELETION = "deletion_requested";

    private static final Map<String, String> REFUSALS = Map.of(
            Errors.INVALID_USER_CREDENTIALS, "wrong_password",
            Errors.EXPIRED_CODE, "code_expired",
            Errors.USER_DISABLED, "account_disabled",
            Errors.USER_TEMPORARILY_DISABLED, "account_locked",
            Errors.ACCESS_DENIED, "not_admitted",
            Errors.REJECTED_BY_USER, "cancelled");

    private static final Map<String, String> CREDENTIALS = Map.of(
            PasswordCredentialModel.TYPE, "password",
            OTPCredentialModel.TYPE, "otp",
            WebAuthnCredentialModel.TYPE_TWOFACTOR, "key",
            WebAuthnCredentialModel.TYPE_PASSWORDLESS, "passkey",
            RecoveryAuthnCodesCredentialModel.TYPE, "codes");

    private EventMeaning() {}

    static HistoryEntry entry(Event event) {
        boolean another = event.getType() == EventType.IMPERSONATE;
        return new HistoryEntry(
                Instant.ofEpochMilli(event.getTime()),
                weight(event),
                code(event),
                another ? Optional.empty() : application(event),
                another ? Device.NONE : Device.of(event),
                another ? Optional.empty() : NetworkAddress.readable(event.getIpAddress()));
    }

    private static String code(Event event) {
        return switch (event.getType()) {
            case LOGIN -> consented(event) ? "signed_in_consented" : "signed_in";
            case LOGIN_ERROR -> REFUSALS.getOrDefault(String.valueOf(event.getError()), "refused");
            case LOGOUT -> isOwnSignOut(event) ? "signed_out" : "session_ended";
            case REGISTER -> "registered";
            case IMPERSONATE -> "impersonated";
            case USER_DISABLED_BY_TEMPORARY_LOCKOUT -> "locked";
            case USER_DISABLED_BY_PERMANENT_LOCKOUT -> "locked_for_good";
            case UPDATE_CREDENTIAL ->
                detail(event, Details.CONTEXT) == null ? credential(event) + "_set" : "factor_renamed";
            case REMOVE_CREDENTIAL -> credential(event) + "_removed";
            case UPDATE_EMAIL -> "email_changed";
            case UPDATE_PROFILE -> profile(event);
            case VERIFY_EMAIL -> "email_verified";
            case GRANT_CONSENT, UPDATE_CONSENT -> "consent_given";
            case REVOKE_GRANT -> "consent_withdrawn";
            case FEDERATED_IDENTITY_LINK, FEDERATED_IDENTITY_OVERRIDE_LINK -> "account_linked";
            case REMOVE_FEDERATED_IDENTITY -> "account_unlinked";
            default -> "other";
        };
    }

    private static Weight weight(Event event) {
        return switch (event.getType()) {
            case LOGIN, REGISTER -> Weight.SUCCESS;
            case LOGIN_ERROR, IMPERSONATE, USER_DISABLED_BY_TEMPORARY_LOCKOUT, USER_DISABLED_BY_PERMANENT_LOCKOUT ->
                Weight.WARNING;
            default -> Weight.INFO;
        };
    }

    private static boolean consented(Event event) {
        return Details.CONSENT_VALUE_CONSENT_GRANTED.equals(detail(event, Details.CONSENT));
    }

    /**
     * Events of sessions that end for another reason contain the reason; those that the person ends elsewhere, the
     * context.
     */
    private static boolean isOwnSignOut(Event event) {
        return detail(event, Details.REASON) == null
                && detail(event, Details.CONTEXT) == null
                && detail(event, Details.LOGOUT_TRIGGERED_BY_REQUIRED_ACTION) == null
                && detail(event, Details.LOGOUT_TRIGGERED_BY_ACTION_TOKEN) == null;
    }

    private static String credential(Event event) {
        return CREDENTIALS.getOrDefault(String.valueOf(detail(event, Details.CREDENTIAL_TYPE)), "factor");
    }

    private static String profile(Event event) {
        if (detail(event, Details.UPDATED_EMAIL) != null) {
            return "email_changed";
        }
        if (detail(event, DELETE_AFTER) != null) {
            return DELETION.equals(detail(event, Details.CONTEXT)) ? "deletion_asked" : "restored";
        }
        return PRIVACY.stream().anyMatch(name -> detail(event, name) != null) ? "privacy_changed" : "profile_changed";
    }

    /** Events about an application that happen elsewhere name it in a detail. */
    private static Optional<String> application(Event event) {
        return Optional.ofNullable(detail(event, Details.GRANTED_CLIENT))
                .or(() -> Optional.ofNullable(detail(event, Details.REVOKED_CLIENT)))
                .or(() -> Optional.ofNullable(event.getClientId()));
    }

    private static String detail(Event event, String name) {
        return event.getDetails() == null ? null : event.getDetails().get(name);
    }
}
