package com.encvoy.keycloak.ending;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.application.Application;

/** The contact of an application as pages show it: a text, and a link where the text is an address. */
public final class Contact {

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private static final Pattern PHONE = Pattern.compile("\\+?\\(?\\d[\\d ()./-]{4,30}\\d");

    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:mailto|tel):");

    private Contact() {}

    /**
     * Adds what a template needs: {@code contact}, the text, and {@code contactLink}, the address to open. Neither if
     * the application has no contact.
     */
    public static void addTo(Map<String, Object> shown, ClientModel client) {
        Application.of(client).contact().ifPresent(contact -> shown.putAll(shown(contact)));
    }

    private static Map<String, Object> shown(String contact) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("contact", SCHEME.matcher(contact).replaceFirst(""));
        link(contact).ifPresent(link -> shown.put("contactLink", link));
        return shown;
    }

    /** The address to open: {@code mailto:}, {@code https:} or {@code tel:}; empty if the text is not an address. */
    static Optional<String> link(String contact) {
        String address = SCHEME.matcher(contact.strip()).replaceFirst("");
        if (MAIL.matcher(address).matches()) {
            return Optional.of("mailto:" + address);
        }
        if (PHONE.matcher(address).matches()) {
            return Optional.of("tel:" + address.replaceAll("[^+\\d]", ""));
        }
        return isWebAddress(address) ? Optional.of(address) : Optional.empty();
    }

    private static boolean isWebAddress(String address) {
        try {
            URI parsed = new URI(address);
            return "https".equalsIgnoreCase(parsed.getScheme())
                    && parsed.getHost() != null
                    && parsed.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
