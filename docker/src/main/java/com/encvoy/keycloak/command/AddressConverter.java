package com.encvoy.keycloak.command;

import java.net.URI;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an absolute {@code http} or {@code https} address and removes trailing slashes. */
public final class AddressConverter implements ITypeConverter<URI> {

    private static final String ADDRESS = "https?://([\\w.-]+|\\[[0-9a-fA-F:]+])(:[0-9]{1,5})?(/[\\w.~/-]*)?";

    private static final int LAST_PORT = 65_535;

    @Override
    public URI convert(String value) {
        if (value.matches(ADDRESS)) {
            URI address = URI.create(value.replaceAll("/+$", ""));
            if (address.getPort() <= LAST_PORT) {
                return address;
            }
        }
        // Without the value: people have typed passwords into addresses.
        throw new TypeConversionException("must be an address like https://id.example.com");
    }
}
