package com.encvoy.keycloak.application.registration;

/**
 * Something about a registration that will not work.
 *
 * @param code stable, for programs
 * @param subject what it is about: {@code scopes}, {@code access_token} or {@code refresh_token}
 * @param description one sentence
 * @param remedy what an administrator has to do, without capital and full stop
 */
public record RegistrationProblem(String code, String subject, String description, String remedy) {}
