package com.encvoy.keycloak.application.registration;

import java.util.List;
import java.util.Optional;

/**
 * Something about a registration that will not work.
 *
 * @param code stable, for programs; messages are {@code problem.<code>} and {@code problem.<code>.remedy}
 * @param subject what it is about: {@code client}, {@code redirect_uris}, {@code issuer}, {@code scopes},
 *     {@code access_token}, {@code refresh_token} or {@code fields}
 * @param parameters of both messages: text and numbers
 * @param description one sentence
 * @param remedy what an administrator has to do, without capital and full stop
 * @param advice whether people can sign in nevertheless
 * @param fix the change that removes the problem; empty if it is made elsewhere
 */
public record RegistrationProblem(
        String code,
        String subject,
        List<Object> parameters,
        String description,
        String remedy,
        boolean advice,
        Optional<RegistrationRemedy> fix) {

    static RegistrationProblem of(
            String code, String subject, String description, String remedy, Object... parameters) {
        return new RegistrationProblem(
                code, subject, List.of(parameters), description, remedy, false, Optional.empty());
    }

    RegistrationProblem asAdvice() {
        return new RegistrationProblem(code, subject, parameters, description, remedy, true, fix);
    }

    RegistrationProblem fixedBy(Optional<RegistrationRemedy> change) {
        return new RegistrationProblem(code, subject, parameters, description, remedy, advice, change);
    }

    RegistrationProblem fixedBy(RegistrationRemedy change) {
        return fixedBy(Optional.of(change));
    }
}
