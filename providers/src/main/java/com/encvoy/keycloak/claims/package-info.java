/**
 * What an application learns about a person: Encvoy ID's claims, limited to what the person has made public.
 *
 * <p>Uses {@code application} only. The mappers sit in the realm's default client scope {@code encvoy}.
 */
package com.encvoy.keycloak.claims;
