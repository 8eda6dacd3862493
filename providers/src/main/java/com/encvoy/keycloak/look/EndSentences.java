package com.encvoy.keycloak.look;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keycloak's messages on pages that end a login, in a person's words: several of its messages are one sentence of ours,
 * {@code encvoyEnd.<kind>}. Other messages, such as those of other extensions, keep their text.
 */
final class EndSentences {

    static final String SIGNED_OUT = "signed_out";
    static final String PAGE_EXPIRED = "page_expired";

    private static final String PARAMETER = "invalidParameterMessage";

    private static final Map<String, List<String>> MESSAGES = Map.ofEntries(
            Map.entry(
                    "expired",
                    List.of(
                            "expiredCodeMessage",
                            "expiredActionMessage",
                            "expiredActionTokenSessionExistsMessage",
                            "invalidCodeMessage",
                            "invalidAccessCodeMessage",
                            "sessionNotActiveMessage",
                            "staleCodeMessage",
                            "loginTimeout",
                            "brokerLinkingSessionExpired")),
            Map.entry("link", List.of("expiredActionTokenNoSessionMessage", "staleEmailVerificationLink")),
            Map.entry("cookie", List.of("cookieNotFoundMessage", "identityProviderMissingStateMessage")),
            Map.entry("unknown_application", List.of("clientNotFoundMessage", "unknownLoginRequesterMessage")),
            Map.entry(
                    "disabled_application",
                    List.of(
                            "clientDisabledMessage",
                            "loginRequesterNotEnabledMessage",
                            "bearerOnlyMessage",
                            "standardFlowDisabledMessage",
                            "implicitFlowDisabledMessage")),
            Map.entry("wrong_address", List.of("invalidRedirectUriMessage")),
            Map.entry(
                    "refused",
                    List.of(
                            "encvoyAuthorizationRefused",
                            "invalidRequestMessage",
                            "invalidRequesterMessage",
                            "missingParameterMessage",
                            "couldNotProceedWithAuthenticationRequestMessage",
                            PARAMETER)),
            Map.entry(
                    "failed",
                    List.of(
                            "internalServerError",
                            "unexpectedErrorHandlingRequestMessage",
                            "unexpectedErrorHandlingResponseMessage",
                            "failedToProcessResponseMessage")),
            Map.entry(
                    "provider",
                    List.of(
                            "couldNotSendAuthenticationRequestMessage",
                            "couldNotObtainTokenMessage",
                            "unexpectedErrorRetrievingTokenMessage",
                            "identityProviderAuthenticationFailedMessage",
                            "identityProviderUnexpectedErrorMessage",
                            "identityProviderInvalidResponseMessage",
                            "identityProviderInvalidSignatureMessage",
                            "identityProviderMissingCodeOrErrorMessage",
                            "identityProviderLoginFailure")),
            Map.entry(SIGNED_OUT, List.of("successLogout", "encvoySignedOut")),
            Map.entry("not_signed_out", List.of("failedLogout", "identityProviderLogoutFailure")),
            Map.entry("signed_in", List.of("alreadyLoggedIn")),
            Map.entry(PAGE_EXPIRED, List.of()));

    private static final Map<String, String> KINDS = kinds();

    private EndSentences() {}

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        MESSAGES.forEach((kind, messages) -> messages.forEach(message -> kinds.put(message, kind)));
        return kinds;
    }

    /** The kind of ending; empty if the message keeps its text. */
    static Optional<String> kindOf(String message, Object... parameters) {
        boolean wrongAddress = PARAMETER.equals(message)
                && parameters != null
                && parameters.length > 0
                && "redirect_uri".equals(parameters[0]);
        return wrongAddress
                ? Optional.of("wrong_address")
                : Optional.ofNullable(message).map(KINDS::get);
    }

    /** For the test that compares them with Keycloak's messages. */
    static Map<String, List<String>> messages() {
        return MESSAGES;
    }
}
