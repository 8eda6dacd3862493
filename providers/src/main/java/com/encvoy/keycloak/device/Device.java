package com.encvoy.keycloak.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;

/**
 * A browser and the system that it runs on, as Keycloak recognises them. Stored events have neither, so our own steps
 * add both as details.
 *
 * @param browser its name and main version, such as {@code Firefox 128}; empty if it is not recognised
 * @param system its name, such as {@code Windows}; empty if it is not recognised. Without a version, because browsers
 *     report an outdated one
 */
public record Device(Optional<String> browser, Optional<String> system) {

    /** Event detail. */
    public static final String BROWSER = "browser";

    /** Event detail. */
    public static final String SYSTEM = "system";

    /** Parts of what a browser says about itself, which may be anything: no markup, and nothing that becomes a link. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} /+-]{0,39})");

    private static final Pattern VERSION = Pattern.compile("(\\d{1,5})(?:\\..*)?");

    /** Keycloak's names for an unrecognised browser or system. */
    private static final List<String> UNKNOWN = List.of("Other", "Unknown");

    private static final Map<String, String> USUAL_NAMES = Map.of(
            "Mac OS X", "macOS", "Mobile Safari", "Safari", "Chrome Mobile", "Chrome", "Firefox Mobile", "Firefox");

    /** Not recognised. */
    public static final Device NONE = new Device(Optional.empty(), Optional.empty());

    /** The browser of the current request. */
    public static Device current(KeycloakSession session) {
        DeviceRepresentationProvider devices = session.getProvider(DeviceRepresentationProvider.class);
        return devices == null ? NONE : of(devices.deviceRepresentation());
    }

    /** @param device as Keycloak recognises it, null if it does not */
    public static Device of(DeviceRepresentation device) {
        return device == null ? NONE : new Device(browser(device.getBrowser()), name(device.getOs()));
    }

    /** The browser of a stored event, as far as one of our steps has added it. */
    public static Device of(Event event) {
        Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
        return new Device(name(details.get(BROWSER)), name(details.get(SYSTEM)));
    }

    /** Adds the browser of the current request to an event, as the details {@code browser} and {@code system}. */
    public static void describe(KeycloakSession session, EventBuilder event) {
        Device device = current(session);
        device.browser().ifPresent(browser -> event.detail(BROWSER, browser));
        device.system().ifPresent(system -> event.detail(SYSTEM, system));
    }

    /** Both, as far as they are known, such as {@code Firefox 128, Windows}. */
    public Optional<String> text() {
        return Stream.of(browser, system).flatMap(Optional::stream).reduce((first, second) -> first + ", " + second);
    }

    private static Optional<String> browser(String nameAndVersion) {
        if (nameAndVersion == null) {
            return Optional.empty();
        }
        int end = nameAndVersion.lastIndexOf('/');
        Optional<String> name = name(end < 0 ? nameAndVersion : nameAndVersion.substring(0, end));
        Optional<String> version = Optional.of(nameAndVersion.substring(end + 1))
                .map(VERSION::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
        return name.map(known -> known + version.map(main -> " " + main).orElse(""));
    }

    private static Optional<String> name(String text) {
        return Optional.ofNullable(text)
                .filter(name -> NAME.matcher(name).matches() && !UNKNOWN.contains(name))
                .map(name -> USUAL_NAMES.getOrDefault(name, name));
    }
}
