package com.encvoy.keycloak.dashboard.sessions;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;

import com.encvoy.keycloak.account.sessions.Device;
import com.encvoy.keycloak.account.sessions.Place;
import com.encvoy.keycloak.account.sessions.UsedApplication;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.dashboard.shell.Moment;

/** Places where a person is signed in, for a template. */
final class PlaceShown {

    /** Keycloak's own consoles, whose names are the template's. */
    private static final Map<String, String> CONSOLES = Map.of(
            Constants.ACCOUNT_CONSOLE_CLIENT_ID, "account",
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID, "account",
            Constants.ADMIN_CONSOLE_CLIENT_ID, "administration",
            Constants.ADMIN_CLI_CLIENT_ID, "administration");

    private final Locale language;

    PlaceShown(Locale language) {
        this.language = language;
    }

    Map<String, Object> place(Place place) {
        Device device = place.device();
        Map<String, Object> model = new HashMap<>();
        model.put("id", place.id());
        model.put("browser", device.browser());
        model.put("system", device.system());
        model.put("mobile", device.mobile());
        model.put("address", place.address() == null ? "" : place.address());
        model.put("started", time(place.started()));
        model.put("lastAccess", time(place.lastAccess()));
        model.put("current", place.current());
        model.put("signedOut", place.online().isEmpty());
        model.put("administrator", place.isOfAdministrator());
        model.put(
                "applications",
                place.uses().stream()
                        .map(use -> named(use.application(), use.stays()))
                        .toList());
        return model;
    }

    Map<String, Object> application(UsedApplication used) {
        Map<String, Object> model = named(used.application(), used.stays());
        model.put("id", used.application().getId());
        model.put("places", used.places());
        return model;
    }

    private static Map<String, Object> named(ClientModel application, boolean stays) {
        Map<String, Object> model = new HashMap<>();
        model.put("name", Application.of(application).title());
        model.put("console", CONSOLES.getOrDefault(application.getClientId(), ""));
        model.put("stays", stays);
        return model;
    }

    private Map<String, Object> time(Instant time) {
        return Moment.time(time.toEpochMilli(), language);
    }
}
