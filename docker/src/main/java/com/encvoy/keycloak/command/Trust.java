package com.encvoy.keycloak.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The certificates that are trusted. */
public final class Trust {

    private Trust() {}

    /**
     * Those of the option {@code --ca}.
     *
     * @param authorities a PEM file; null for the well-known authorities
     * @throws ParameterException if there is no such file, or no certificate in it
     */
    public static SSLContext in(CommandLine command, Path authorities) {
        try {
            return in(authorities);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "The option --ca " + e.getMessage(), e);
        }
    }

    private static SSLContext in(Path authorities) {
        try {
            if (authorities == null) {
                return SSLContext.getDefault();
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            try (InputStream file = Files.newInputStream(authorities)) {
                int number = 0;
                for (Certificate certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                    store.setCertificateEntry("authority-" + number++, certificate);
                }
            }
            if (store.size() == 0) {
                throw new IllegalArgumentException("must name a file with certificates in PEM format");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("must name a readable file with certificates in PEM format", e);
        }
    }
}
