package com.encvoy.keycloak.application.activity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.application.activity.Activity.Explanation;
import com.encvoy.keycloak.application.activity.Activity.Remedy;
import com.encvoy.keycloak.application.activity.Activity.Side;

/** Why a sign-in or a request of an application was refused, in words for the owner. */
final class RefusedSignIn {

    /** Why a person is not admitted, as the gate says in the detail {@code reason}, and whose side can change it. */
    private static final Map<String, Side> NOT_ADMITTED = Map.of(
            "blocked", Side.HERE,
            "only_admins", Side.HERE,
            "only_employees", Side.HERE,
            "email_domain", Side.HERE,
            "unreadable_setting", Side.HERE,
            "email_not_verified", Side.PERSON,
            "read_only", Side.HERE,
            "required_fields", Side.PERSON,
            "to_be_deleted", Side.PERSON);

    /** The refusals that the error alone explains, wherever it occurs. */
    private static final Map<String, Explanation> BY_ERROR = Map.ofEntries(
            here(Errors.CLIENT_DISABLED, "client_disabled"),
            here(Errors.EMAIL_SEND_FAILED, "mail_not_sent"),
            here(Errors.IDENTITY_PROVIDER_ERROR, "identity_provider"),
            here(Errors.IDENTITY_PROVIDER_LOGIN_FAILURE, "identity_provider"),
            here(Errors.UNKNOWN_IDENTITY_PROVIDER, "identity_provider"),
            here(Errors.REGISTRATION_DISABLED, "registration_disabled"),
            application(Errors.SSL_REQUIRED, "https_required"),
            application(Errors.INVALID_CLIENT_CREDENTIALS, "wrong_secret"),
            application(Errors.INVALID_CLIENT, "wrong_secret"),
            application(Errors.CODE_VERIFIER_MISSING, "pkce_missing"),
            application(Errors.INVALID_CODE_VERIFIER, "pkce_wrong"),
            application(Errors.PKCE_VERIFICATION_FAILED, "pkce_wrong"),
            application(Errors.INVALID_CODE_CHALLENGE_METHOD, "pkce_wrong"),
            application(Errors.INVALID_DPOP_PROOF, "dpop_wrong"),
            application(Errors.USER_SESSION_NOT_FOUND, "session_ended"),
            application(Errors.SESSION_EXPIRED, "session_ended"),
            application(Errors.NOT_LOGGED_IN, "not_signed_in"),
            application(Errors.INVALID_SCOPE, "unknown_scope"),
            person(Errors.REJECTED_BY_USER, "consent_denied"),
            person(Errors.CONSENT_DENIED, "consent_denied"),
            person(Errors.USER_DISABLED, "person_disabled"),
            person(Errors.USER_TEMPORARILY_DISABLED, "person_locked"),
            person(Errors.USER_NOT_FOUND, "person_unknown"),
            person(Errors.INVALID_USER_CREDENTIALS, "wrong_password"),
            person(Errors.SLOW_DOWN, "too_many_mails"),
            person(Errors.USERNAME_MISSING, "wrong_password"),
            person(Errors.EMAIL_IN_USE, "address_in_use"),
            person(Errors.COOKIE_NOT_FOUND, "page_expired"),
            person(Errors.INVALID_AUTHENTICATION_SESSION, "page_expired"),
            person(Errors.ALREADY_LOGGED_IN, "page_expired"),
            person(Errors.DIFFERENT_USER_AUTHENTICATED, "page_expired"));

    private static final Set<EventType> TOKEN_REQUESTS = Set.of(
            EventType.CODE_TO_TOKEN_ERROR,
            EventType.REFRESH_TOKEN_ERROR,
            EventType.CLIENT_LOGIN_ERROR,
            EventType.TOKEN_EXCHANGE_ERROR,
            EventType.OAUTH2_DEVICE_AUTH_ERROR,
            EventType.OAUTH2_DEVICE_CODE_TO_TOKEN_ERROR);

    private final Event event;
    private final String error;
    private final String reason;
    private final KnownOrigins origins;

    private RefusedSignIn(Event event, KnownOrigins origins) {
        this.event = event;
        this.error = String.valueOf(event.getError());
        this.reason = detail(event, Details.REASON).orElse("");
        this.origins = origins;
    }

    /** @param client that the event is about */
    static Explanation explain(Event event, ClientModel client) {
        return new RefusedSignIn(event, new KnownOrigins(client)).explain();
    }

    private static Map.Entry<String, Explanation> here(String error, String code) {
        return Map.entry(error, Explanation.of(Side.HERE, code));
    }

    private static Map.Entry<String, Explanation> application(String error, String code) {
        return Map.entry(error, Explanation.of(Side.APPLICATION, code));
    }

    private static Map.Entry<String, Explanation> person(String error, String code) {
        return Map.entry(error, Explanation.of(Side.PERSON, code));
    }

    static Optional<String> detail(Event event, String name) {
        return Optional.ofNullable(event.getDetails()).map(details -> details.get(name));
    }

    private Explanation explain() {
        if (NOT_ADMITTED.containsKey(reason)) {
            return notAdmitted();
        }
        if (error.equals(Errors.INVALID_REDIRECT_URI)) {
            return redirectUri();
        }
        if (error.equals(Errors.INVALID_CLIENT_CREDENTIALS) && isAssertion()) {
            return Explanation.of(Side.APPLICATION, "assertion_refused");
        }
        return RefusedRequest.explain(
                        error, reason, detail(event, Details.RESPONSE_TYPE).orElse(""))
                .or(this::byType)
                .or(() -> Optional.ofNullable(BY_ERROR.get(error)))
                .orElseGet(() -> Explanation.of(Side.APPLICATION, "other", error));
    }

    private Explanation notAdmitted() {
        Explanation refused = Explanation.of(NOT_ADMITTED.get(reason), "not_admitted_" + reason);
        return reason.equals("only_employees") && event.getUserId() != null
                ? refused.fixedBy(new Remedy(Remedy.Action.INVITE, event.getUserId()))
                : refused;
    }

    private Explanation redirectUri() {
        if (event.getType() == EventType.CODE_TO_TOKEN_ERROR) {
            return Explanation.of(Side.APPLICATION, "redirect_uri_changed");
        }
        Optional<String> uri = detail(event, Details.REDIRECT_URI).filter(value -> !value.isBlank());
        if (event.getType() == EventType.LOGOUT_ERROR) {
            return Explanation.of(Side.HERE, "wrong_logout_uri", uri.orElse(""));
        }
        if (uri.isEmpty()) {
            return Explanation.of(Side.APPLICATION, "redirect_uri_absent");
        }
        return origins.contains(uri.get())
                ? Explanation.of(Side.HERE, "wrong_redirect_uri", uri.get())
                        .fixedBy(new Remedy(Remedy.Action.REGISTER_REDIRECT_URI, uri.get()))
                : Explanation.of(Side.HERE, "foreign_redirect_uri", uri.get());
    }

    /** A client that proves itself by a signed assertion: its clock or its key is wrong, not its secret. */
    private boolean isAssertion() {
        return detail(event, Details.CLIENT_ASSERTION_ID).isPresent()
                || detail(event, Details.CLIENT_ASSERTION_ISSUER).isPresent();
    }

    private Optional<Explanation> byType() {
        EventType type = event.getType();
        if (type == EventType.REFRESH_TOKEN_ERROR && error.equals(Errors.INVALID_TOKEN)) {
            return Optional.of(Explanation.of(Side.APPLICATION, "refresh_token_refused"));
        }
        boolean code = type == EventType.CODE_TO_TOKEN_ERROR;
        return switch (error) {
            case Errors.EXPIRED_CODE ->
                Optional.of(
                        code
                                ? Explanation.of(Side.APPLICATION, "code_expired")
                                : Explanation.of(Side.PERSON, "page_expired"));
            case Errors.INVALID_CODE ->
                Optional.of(
                        code
                                ? Explanation.of(Side.APPLICATION, "code_used")
                                : Explanation.of(Side.PERSON, "page_expired"));
            case Errors.INVALID_TOKEN -> Optional.of(Explanation.of(Side.APPLICATION, "token_refused"));
            case Errors.NOT_ALLOWED ->
                Optional.of(Explanation.of(Side.HERE, asksForTokens(type) ? "grant_not_allowed" : "flow_not_allowed"));
            // The consent page, left with No; our own gate gives a reason.
            case Errors.ACCESS_DENIED ->
                type == EventType.LOGIN_ERROR
                        ? Optional.of(Explanation.of(Side.PERSON, "consent_denied"))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The grant with a password is a login to Keycloak. */
    private boolean asksForTokens(EventType type) {
        return TOKEN_REQUESTS.contains(type)
                || detail(event, Details.AUTH_METHOD)
                        .filter("oauth_credentials"::equals)
                        .isPresent();
    }
}
