package com.encvoy.keycloak.application;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.keycloak.models.KeycloakSession;

/**
 * The source address of a request, according to Keycloak's proxy settings. For IPv6 this is the network, since one
 * household can use any number of addresses in it.
 */
public final class SourceAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    /** Bytes of the network prefix of an IPv6 address; providers typically assign a /64 to one customer. */
    private static final int NETWORK = 8;

    private SourceAddress() {}

    /** Source address of the current request. */
    public static String of(KeycloakSession session) {
        return network(session.getContext().getConnection().getRemoteAddr());
    }

    static String network(String address) {
        // Never a host name: it would trigger a DNS lookup.
        if (address == null || !LITERAL.matcher(address.replaceFirst("%.*", "")).matches()) {
            return String.valueOf(address);
        }
        try {
            InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
