package com.encvoy.keycloak.application;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.keycloak.models.KeycloakSession;

/**
 * Where a request comes from, as Keycloak's proxy settings say; of IPv6 the network, since one household has as many
 * addresses as it likes.
 */
public final class SourceAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    /** Bytes of the network part of an IPv6 address that providers give to one customer. */
    private static final int NETWORK = 8;

    private SourceAddress() {}

    /** Of the current request. */
    public static String of(KeycloakSession session) {
        return network(session.getContext().getConnection().getRemoteAddr());
    }

    static String network(String address) {
        // Never a name: it would be looked up.
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
