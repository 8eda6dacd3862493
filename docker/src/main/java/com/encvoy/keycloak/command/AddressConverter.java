package com.encvoy.keycloak.command;

import java.net.URI;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads an absolute {@code http} or {@code https} address, without query. Removes trailing slashes and encodes what a
 * URI must not contain, such as the spaces and umlauts of a realm name.
 */
public final class AddressConverter implements ITypeConverter<URI> {

    /** A path may contain a realm name as people write it, or encoded as in a browser's address bar. */
    private static final String PATH = "/(?:[\\p{L}\\p{M}\\p{N}/ ._~!$&'()*+,;=:@-]|%[0-9a-fA-F]{2})*";

    private static final String ADDRESS = "https?://([\\w.-]+|\\[[0-9a-fA-F:]+])(:[0-9]{1,5})?(" + PATH + ")?";

    private static final int LAST_PORT = 65_535;

    @Override
    public URI convert(String value) {
        if (value.matches(ADDRESS)) {
            String path = value.replaceAll("/+$", "").replace(" ", "%20");
            URI address = URI.create(URI.create(path).toASCIIString());
            if (address.getPort() <= LAST_PORT) {
                return address;
            }
        }
        // Without the value: people have typed passwords into addresses.
        throw new TypeConversionException("must be an address like https://id.example.com");
    }
}
