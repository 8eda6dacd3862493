package com.encvoy.keycloak.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.keycloak.common.ClientConnection;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.device.Device;
import com.encvoy.keycloak.device.NetworkAddress;

/**
 * When, with which browser and from where something happened, and where to check the account, for the template of a
 * mail.
 */
public final class Circumstances {

    private Circumstances() {}

    /** The circumstances of a password change by the person of the current request. */
    public static Map<String, Object> ofPassword(KeycloakSession session, Locale language) {
        return ofRequest(session, language, Alert.PASSWORD_CHANGED.page());
    }

    /**
     * The circumstances with the browser and the address of the current request, which must be the person's own.
     *
     * @param page of the dashboard to look at
     */
    static Map<String, Object> ofRequest(KeycloakSession session, Locale language, String page) {
        Map<String, Object> shown = ofNow(session, language, page);
        Device.current(session).text().ifPresent(browser -> shown.put("browser", browser));
        ClientConnection connection = session.getContext().getConnection();
        NetworkAddress.readable(connection == null ? null : connection.getRemoteHost())
                .ifPresent(address -> shown.put("address", address));
        return shown;
    }

    /** The time is in words, with its zone: the reader's is not known. */
    static Map<String, Object> ofNow(KeycloakSession session, Locale language, String page) {
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochMilli(Time.currentTimeMillis()));
        Map<String, Object> shown = new HashMap<>();
        shown.put("when", when + " UTC");
        AccountLink.to(session, session.getContext().getRealm(), page).ifPresent(link -> shown.put("link", link));
        return shown;
    }
}
