package com.encvoy.keycloak.account.privacy;

/**
 * A field of a person's profile that applications can see.
 *
 * @param name as {@link com.encvoy.keycloak.application.ReleasePolicy} knows it
 * @param label the realm's text for a custom field; empty for the fields that every realm has
 * @param value a text, a {@link Boolean} or a list of texts; null if it is not filled in
 * @param secret whether the realm keeps the value from the person
 * @param released whether applications see it
 * @param changeable whether the person may decide
 */
public record ProfileField(
        String name, String label, Object value, boolean secret, boolean released, boolean changeable) {}
