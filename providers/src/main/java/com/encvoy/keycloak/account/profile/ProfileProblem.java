package com.encvoy.keycloak.account.profile;

import java.util.Arrays;
import java.util.List;

import org.keycloak.userprofile.ValidationException;

/**
 * Why a profile was not saved.
 *
 * @param attribute of the user profile; empty if it concerns none
 * @param message key of a message of the login theme, or a text
 * @param parameters of the message; the first is the attribute
 */
public record ProfileProblem(String attribute, String message, List<Object> parameters) {

    /** The storage of the person, such as a directory that is connected read-only, refuses every change. */
    public static final ProfileProblem READ_ONLY = new ProfileProblem("", "profile_read_only", List.of());

    static ProfileProblem of(ValidationException.Error error) {
        Object[] parameters = error.getMessageParameters();
        return new ProfileProblem(
                error.getAttribute() == null ? "" : error.getAttribute(),
                error.getMessage(),
                parameters == null
                        ? List.of()
                        : Arrays.stream(parameters)
                                .map(parameter -> parameter == null ? "" : parameter)
                                .toList());
    }
}
