package com.encvoy.keycloak.product;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;

import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.application.registration.ApplicationTemplate;

import static com.encvoy.keycloak.product.Habit.BACK_CHANNEL;
import static com.encvoy.keycloak.product.Habit.BASIC;
import static com.encvoy.keycloak.product.Habit.CLAIMS;
import static com.encvoy.keycloak.product.Habit.DISCOVERY;
import static com.encvoy.keycloak.product.Habit.ID_TOKEN;
import static com.encvoy.keycloak.product.Habit.LOGS_OUT_BY_CLIENT_ID;
import static com.encvoy.keycloak.product.Habit.LOGS_OUT_BY_ID_TOKEN;
import static com.encvoy.keycloak.product.Habit.OFFLINE;
import static com.encvoy.keycloak.product.Habit.PKCE;
import static com.encvoy.keycloak.product.Habit.REFRESHES;
import static com.encvoy.keycloak.product.Habit.REVOKES;
import static com.encvoy.keycloak.product.Habit.USERINFO;
import static com.encvoy.keycloak.product.Habit.VALIDATES;

/** The products of the matrix in {@code realm-config/README.md}, set up as their pages say. */
enum Product {
    SENTRY(
            "Sentry",
            ApplicationTemplate.SENTRY,
            "https://errors.example.com",
            "/auth/sso/",
            "/",
            DISCOVERY,
            ID_TOKEN,
            USERINFO,
            REFRESHES),
    GITLAB(
            "GitLab",
            ApplicationTemplate.GITLAB,
            "https://git.example.com",
            "/users/auth/oauth2_generic/callback",
            "/users/sign_in",
            BASIC,
            USERINFO,
            LOGS_OUT_BY_CLIENT_ID),
    GRAFANA(
            "Grafana",
            ApplicationTemplate.GRAFANA,
            "https://example.com/grafana",
            "/login/generic_oauth",
            "/login",
            BASIC,
            PKCE,
            ID_TOKEN,
            USERINFO,
            OFFLINE,
            REFRESHES,
            LOGS_OUT_BY_ID_TOKEN),
    MOODLE(
            "Moodle",
            ApplicationTemplate.MOODLE,
            "https://moodle.example.com",
            "/admin/oauth2callback.php",
            "/login/index.php",
            DISCOVERY,
            ID_TOKEN,
            USERINFO,
            OFFLINE,
            REFRESHES),
    NEXTCLOUD_SOCIAL_LOGIN(
            "Nextcloud, Social Login",
            ApplicationTemplate.NEXTCLOUD,
            "https://cloud.example.com",
            "/apps/sociallogin/custom_oidc/encvoy",
            "/login",
            ID_TOKEN,
            USERINFO,
            LOGS_OUT_BY_CLIENT_ID),
    NEXTCLOUD_USER_OIDC(
            "Nextcloud, user_oidc",
            ApplicationTemplate.NEXTCLOUD,
            "https://cloud.example.com",
            "/apps/user_oidc/code",
            "/",
            DISCOVERY,
            PKCE,
            CLAIMS,
            VALIDATES,
            ID_TOKEN,
            LOGS_OUT_BY_ID_TOKEN,
            BACK_CHANNEL),
    ROCKET_CHAT(
            "Rocket.Chat",
            ApplicationTemplate.ROCKET_CHAT,
            "https://chat.example.com",
            "/_oauth/encvoy",
            "/home",
            USERINFO,
            LOGS_OUT_BY_CLIENT_ID),
    MOD_AUTH_OPENIDC(
            "Apache, mod_auth_openidc",
            null,
            "https://www.example.com",
            "/protected/redirect_uri",
            "/",
            BASIC,
            DISCOVERY,
            PKCE,
            VALIDATES,
            ID_TOKEN,
            USERINFO,
            REFRESHES,
            LOGS_OUT_BY_ID_TOKEN,
            REVOKES,
            BACK_CHANNEL);

    private final String title;
    private final ApplicationTemplate template;
    private final String address;
    private final String redirectUri;
    private final String startPage;

    @SuppressWarnings("ImmutableEnumChecker")
    private final EnumSet<Habit> habits;

    Product(
            String title,
            ApplicationTemplate template,
            String address,
            String path,
            String startPage,
            Habit... habits) {
        this.title = title;
        this.template = template;
        this.address = address;
        this.redirectUri = address + path;
        this.startPage = address + startPage;
        this.habits = EnumSet.copyOf(List.of(habits));
    }

    boolean does(Habit habit) {
        return habits.contains(habit);
    }

    boolean logsOut() {
        return does(LOGS_OUT_BY_CLIENT_ID) || does(LOGS_OUT_BY_ID_TOKEN);
    }

    boolean hasTemplate() {
        return template != null;
    }

    String clientId() {
        return hasTemplate() ? template.id() : "apache";
    }

    String title() {
        return title;
    }

    String address() {
        return address;
    }

    String redirectUri() {
        return redirectUri;
    }

    /** Where the product shows itself after a logout. */
    String startPage() {
        return startPage;
    }

    String scope() {
        return "openid profile email" + (does(OFFLINE) ? " offline_access" : "");
    }

    /** The client of the template, filled in; without one, the client that an administrator makes by hand. */
    ClientRepresentation client() {
        if (hasTemplate()) {
            return template.client(URI.create(address), clientId());
        }
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId());
        client.setPublicClient(false);
        client.setRedirectUris(List.of(redirectUri));
        return client;
    }

    /** The fields that people are asked for. */
    List<String> fields() {
        ClientRepresentation client = client();
        String fields =
                client.getAttributes() == null ? null : client.getAttributes().get("encvoy.required_fields");
        return fields == null ? List.of() : List.of(fields.split(" "));
    }
}
