package com.encvoy.keycloak.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.rar.AuthorizationDetails;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.PublicName;
import com.encvoy.keycloak.claims.DisclosedClaims;

/** What the consent page shows as its attribute {@code encvoyConsent}: the account, and each value with its name. */
final class Consent {

    /** The claims of a page, in its order, and their icons. Other claims say nothing about the person. */
    private static final List<Map.Entry<String, String>> CLAIMS = List.of(
            Map.entry("name", "fa-user"),
            Map.entry("given_name", "fa-user"),
            Map.entry("family_name", "fa-user"),
            Map.entry("nickname", "fa-user"),
            Map.entry("login", "fa-user"),
            Map.entry("picture", "fa-image"),
            Map.entry("birthdate", "fa-calendar"),
            Map.entry("email", "fa-envelope"),
            Map.entry("phone_number", "fa-phone"),
            Map.entry("publicExternalAccounts", "fa-link"),
            Map.entry("locale", "fa-globe"),
            Map.entry("password_updated_at", "fa-key"),
            Map.entry("password_change_required", "fa-key"));

    /** Scopes with the claim that is shown as private if nothing of the scope is released. */
    private static final Map<String, String> SCOPES = Map.of(
            "profile", "name",
            "email", "email",
            "phone", "phone_number",
            "accounts", "publicExternalAccounts",
            "locale", "locale");

    private static final Set<String> NAMES = Set.of("given_name", "family_name");

    private final KeycloakSession session;
    private final DisclosedClaims claims;
    private final ClientModel client;
    private final UserModel user;

    Consent(KeycloakSession session, ClientModel client, UserModel user) {
        this.session = session;
        this.claims = new DisclosedClaims(session, client, user);
        this.client = client;
        this.user = user;
    }

    /** @param requested what the user is asked for */
    Map<String, Object> attributes(List<AuthorizationDetails> requested) {
        boolean valuesKnown = claims.areAnswered();
        List<Map<String, Object>> lines = new ArrayList<>();
        requested.stream()
                .sorted(Comparator.comparing(details -> order(details.getClientScope())))
                .forEach(details -> {
                    ClientScopeModel scope = details.getClientScope();
                    if (valuesKnown && !(scope instanceof ClientModel) && SCOPES.containsKey(scope.getName())) {
                        lines.addAll(lines(scope));
                    } else {
                        lines.add(text(details));
                    }
                });
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("application", Application.of(client).title());
        attributes.put("account", user.getEmail() == null ? user.getUsername() : user.getEmail());
        attributes.put("lines", lines);
        Application.of(client).untrustedCreator().ifPresent(creator -> {
            attributes.put("madeByPerson", true);
            publicName(creator).ifPresent(name -> attributes.put("creator", name));
        });
        return attributes;
    }

    private Optional<String> publicName(String userId) {
        return Optional.ofNullable(session.users().getUserById(client.getRealm(), userId))
                .map(creator -> PublicName.of(client.getRealm(), creator)
                        // A person who asks others for their data is named, even if they show no name otherwise.
                        .orElseGet(creator::getUsername));
    }

    /** As on Keycloak's page: scopes without a number come last. */
    private static int order(ClientScopeModel scope) {
        try {
            return Integer.parseInt(scope.getGuiOrder());
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    @SuppressWarnings("deprecation") // Keycloak 26.6 has only this name.
    private static Map<String, Object> text(AuthorizationDetails details) {
        Map<String, Object> line = new HashMap<>();
        line.put("icon", "fa-check");
        line.put("scope", details.getClientScope().getConsentScreenText());
        String parameter = details.getDynamicScopeParam();
        if (parameter != null) {
            line.put("parameter", parameter);
        }
        return line;
    }

    private List<Map<String, Object>> lines(ClientScopeModel scope) {
        Map<String, Object> released = claims.of(scope);
        String name = String.valueOf(released.get("name"));
        List<Map<String, Object>> lines = new ArrayList<>();
        CLAIMS.forEach(claim -> {
            Object value = released.get(claim.getKey());
            boolean saidAlready = NAMES.contains(claim.getKey()) && name.contains(String.valueOf(value));
            if (value != null && !saidAlready && !List.of().equals(value)) {
                lines.add(line(claim.getKey(), claim.getValue(), value));
            }
        });
        if (released.get("custom_fields") instanceof Map<?, ?> fields) {
            fields.forEach((field, value) ->
                    lines.add(Map.of("icon", "fa-user", "label", String.valueOf(field), "value", printed(value))));
        }
        if (lines.isEmpty()) {
            String hidden = SCOPES.get(scope.getName());
            lines.add(Map.of("icon", "fa-eye-slash", "claim", hidden));
        }
        return lines;
    }

    private static Map<String, Object> line(String claim, String icon, Object value) {
        return value instanceof Boolean flag
                ? Map.of("icon", icon, "claim", claim, "flag", flag)
                : Map.of("icon", icon, "claim", claim, "value", printed(value));
    }

    private static String printed(Object value) {
        if (value instanceof List<?> values) {
            return values.stream().map(Consent::printed).collect(Collectors.joining(", "));
        }
        return String.valueOf(value instanceof Map<?, ?> account ? account.get("label") : value);
    }
}
