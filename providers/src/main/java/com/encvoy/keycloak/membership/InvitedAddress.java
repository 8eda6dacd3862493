package com.encvoy.keycloak.membership;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.keycloak.services.validation.Validation;

import com.encvoy.keycloak.access.Invitations;

/** Whether a mail can ever reach an address, as far as this can be told from the address alone. */
final class InvitedAddress {

    /** Of RFC 5321, with the two brackets that are not part of the address. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_PART = 64;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern TOP_LEVEL = Pattern.compile("[a-z][a-z0-9-]*[a-z0-9]");

    /**
     * Names that never have a mail server (RFC 2606, 6761 and 7686). Names such as {@code .test} may have a local one.
     */
    private static final Set<String> RESERVED = Set.of("example", "invalid", "localhost", "onion");

    private InvitedAddress() {}

    static boolean isReachable(String email) {
        int at = email.lastIndexOf('@');
        return email.length() <= Math.min(MAX_LENGTH, Invitations.EMAIL_LENGTH)
                && at > 0
                && at <= MAX_LOCAL_PART
                && Validation.isEmailValid(email)
                && isHost(email.substring(at + 1));
    }

    /** A name with a dot: no IP address, no name of a local network alone, and no dot at the end. */
    private static boolean isHost(String domain) {
        String[] labels = ascii(domain).toLowerCase(Locale.ROOT).split("\\.", -1);
        String last = labels[labels.length - 1];
        return labels.length > 1
                && Stream.of(labels).allMatch(label -> LABEL.matcher(label).matches())
                && TOP_LEVEL.matcher(last).matches()
                && !RESERVED.contains(last);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
