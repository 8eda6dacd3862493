package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The self-signed certificate of the tests' HTTPS servers, made anew for each run. Clients of this JVM trust it. */
public final class TestCertificate {

    /** For a key that lives as long as the run. */
    public static final String PASSWORD = "of-the-tests-only";

    private static final Path PEM = Pack.target().resolve("tls.pem").toAbsolutePath();
    private static final Path STORE = Pack.target().resolve("tls.p12").toAbsolutePath();

    static {
        make();
        SSLContext.setDefault(context());
    }

    private TestCertificate() {}

    /** The key store, PKCS #12. */
    public static Path store() {
        return STORE;
    }

    /** The certificate alone. */
    public static Path pem() {
        return PEM;
    }

    public static URL storeUrl() {
        try {
            return STORE.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For servers with this certificate and for clients that trust only it. */
    static SSLContext context() {
        try (InputStream file = Files.newInputStream(STORE)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            key.init(store, PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make() {
        try {
            Files.deleteIfExists(STORE);
            Files.deleteIfExists(PEM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2");
        keytool("-exportcert", "-rfc", "-file", PEM.toString());
    }

    private static void keytool(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-alias", "tests", "-keystore", STORE.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            Process keytool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Pack.target().resolve("keytool.log").toFile())
                    .start();
            if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool made no certificate, see keytool.log");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
