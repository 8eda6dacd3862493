package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;

import com.encvoy.keycloak.server.node.Distribution;

/** Keycloak's own hash {@code argon2} from the stock distribution: no published artifact contains its code. */
public final class StockPasswordHash {

    private StockPasswordHash() {}

    /** @param options as after {@code --spi-password-hashing--argon2--} */
    public static PasswordHashProvider create(Map<String, String> options) {
        PasswordHashProviderFactory factory = ServiceLoader.load(PasswordHashProviderFactory.class, code()).stream()
                .filter(found -> found.type().getClassLoader() instanceof URLClassLoader)
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.getId().equals("argon2"))
                .findFirst()
                .orElseThrow();
        factory.init(new Config.SystemPropertiesScope("") {
            @Override
            public String get(String key) {
                return options.get(key);
            }
        });
        return factory.create(null);
    }

    private static URLClassLoader code() {
        Path libraries = Distribution.unpacked("stock").home().resolve("lib/lib/main");
        try (Stream<Path> files = Files.list(libraries)) {
            return new URLClassLoader(
                    files.filter(file -> file.getFileName()
                                    .toString()
                                    .matches("org\\.keycloak\\.keycloak-crypto-default-.*|org\\.bouncycastle\\.bc.*"))
                            .map(StockPasswordHash::url)
                            .toArray(URL[]::new),
                    StockPasswordHash.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
