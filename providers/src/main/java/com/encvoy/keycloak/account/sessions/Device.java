package com.encvoy.keycloak.account.sessions;

import java.util.Map;

import org.keycloak.device.DeviceActivityManager;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.account.DeviceRepresentation;

/**
 * The browser and the system of a sign-in, as far as the browser reveals them.
 *
 * @param browser its name, without version; empty if it is not known
 * @param system such as {@code Windows}; empty if it is not known
 * @param mobile whether it is a phone or a tablet
 */
public record Device(String browser, String system, boolean mobile) {

    /** Familiar names for those of the library with which Keycloak recognises browsers. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Mobile Safari", "Safari"),
            Map.entry("Mobile Safari UI/WKWebView", "Safari"),
            Map.entry("Chrome Mobile", "Chrome"),
            Map.entry("Chrome Mobile iOS", "Chrome"),
            Map.entry("Chrome Mobile WebView", "Chrome"),
            Map.entry("Firefox Mobile", "Firefox"),
            Map.entry("Firefox iOS", "Firefox"),
            Map.entry("Edge Mobile", "Edge"),
            Map.entry("Opera Mobile", "Opera"),
            Map.entry("Other", ""),
            Map.entry("Unknown", ""));

    static Device of(UserSessionModel session) {
        DeviceRepresentation device = DeviceActivityManager.getCurrentDevice(session);
        return device == null
                ? new Device("", "", false)
                : new Device(browser(device.getBrowser()), known(device.getOs()), device.isMobile());
    }

    /** @param browser name and version, such as {@code Chrome/142.0.0} */
    private static String browser(String browser) {
        if (browser == null) {
            return "";
        }
        int version = browser.lastIndexOf('/');
        return known(version < 0 ? browser : browser.substring(0, version));
    }

    private static String known(String name) {
        return name == null ? "" : NAMES.getOrDefault(name, name);
    }
}
