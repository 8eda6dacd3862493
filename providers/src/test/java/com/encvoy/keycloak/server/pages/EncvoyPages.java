package com.encvoy.keycloak.server.pages;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

import org.keycloak.forms.login.LoginFormsProvider;

/**
 * The pages that the pack adds to the login, with sample data.
 *
 * @param sample makes a value that a person could have typed
 */
record EncvoyPages(UnaryOperator<String> sample) {

    Response page(LoginFormsProvider forms, String name) {
        switch (name) {
            case "encvoy-email-code" ->
                forms.setAttribute("encvoyRegistrationAddress", sample.apply("grace@example.com"))
                        .setAttribute(
                                "encvoyCode",
                                Map.of(
                                        "sent",
                                        true,
                                        "address",
                                        sample.apply("g***e@example.com"),
                                        "purpose",
                                        "sign_in",
                                        "minutes",
                                        15,
                                        "further",
                                        true,
                                        "wait",
                                        30));
            case "encvoy-session-chooser" ->
                forms.setAttribute(
                        "encvoyChooser",
                        Map.of(
                                "application",
                                sample.apply("Sentry"),
                                "name",
                                sample.apply("Grace Hopper"),
                                "initials",
                                "GH",
                                "detail",
                                sample.apply("grace@example.com")));
            case "encvoy-access-denied" ->
                forms.setAttribute(
                        "encvoyDenied",
                        Map.of(
                                "application",
                                sample.apply("Sentry"),
                                "reason",
                                "only_employees",
                                "contact",
                                sample.apply("help@example.com"),
                                "contactLink",
                                "mailto:help@example.com",
                                "account",
                                sample.apply("Grace Hopper"),
                                "signedIn",
                                true,
                                "reference",
                                "K7QM-3T9D",
                                "code",
                                "access_denied (only_employees)",
                                "clientId",
                                sample.apply("error-tracker"),
                                "time",
                                "2026-11-27T19:00:00Z"));
            case "encvoy-restore-account" -> forms.setAttribute("encvoyRestore", restore(false));
            case "encvoy-restore-left" -> forms.setAttribute("encvoyRestore", restore(true));
            case "encvoy-data-declined" ->
                forms.setAttribute("encvoyDeclined", Map.of("application", sample.apply("Sentry")));
            case "encvoy-raise-visibility" ->
                forms.setAttribute(
                        "encvoyVisibility",
                        Map.of(
                                "application",
                                sample.apply("Sentry"),
                                "hidden",
                                List.of("encvoyPhoneNumber", "encvoyBirthdate"),
                                "missing",
                                List.of(
                                        Map.of(
                                                "name",
                                                "nickname",
                                                "label",
                                                "encvoyNickname",
                                                "value",
                                                "",
                                                "type",
                                                "text",
                                                "autocomplete",
                                                "nickname"),
                                        Map.of(
                                                "name",
                                                "birthdate",
                                                "label",
                                                "encvoyBirthdate",
                                                "value",
                                                "",
                                                "type",
                                                "date",
                                                "autocomplete",
                                                "bday",
                                                "hint",
                                                "encvoyBirthdateHint"))));
            default -> throw new NotFoundException();
        }
        return forms.createForm(name.replace("-left", "-account") + ".ftl");
    }

    private Map<String, Object> restore(boolean left) {
        return Map.of(
                "left",
                left,
                "until",
                "27 December 2026",
                "account",
                sample.apply("grace@example.com"),
                "service",
                sample.apply("Encvoy ID"));
    }
}
