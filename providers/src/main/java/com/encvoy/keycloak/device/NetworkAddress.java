package com.encvoy.keycloak.device;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a device in a network, for people to read. */
public final class NetworkAddress {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:::ffff:)?((?:\\d{1,3}\\.){3}\\d{1,3})|([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?:%.*)?");

    private NetworkAddress() {}

    /**
     * @param text as a proxy or the connection gives it, which may be anything
     * @return the IP address, an IPv4 address in its own form; empty if it is not an address
     */
    public static Optional<String> readable(String text) {
        return Optional.ofNullable(text)
                .map(address -> ADDRESS.matcher(address.strip().toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .map(address -> address.group(1) == null ? address.group(2) : address.group(1));
    }
}
