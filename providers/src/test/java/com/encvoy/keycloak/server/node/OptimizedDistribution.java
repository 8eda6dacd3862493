package com.encvoy.keycloak.server.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.encvoy.keycloak.server.Imports;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.StockRealm;

/**
 * The distribution as the container image has it, with the image's {@code keycloak.conf}, after {@code kc.sh build}.
 */
public final class OptimizedDistribution {

    private final Path home;

    private OptimizedDistribution(Path home) {
        this.home = home;
    }

    private static final class WithPack {

        private static final OptimizedDistribution BUILT = withPack("optimized");
    }

    private static final class Stock {

        private static final OptimizedDistribution BUILT = withoutPack("optimized-stock");
    }

    private static final class Shipped {

        private static final OptimizedDistribution BUILT = shipped("optimized-shipped");
    }

    private static final class ShippedWithoutNative {

        private static final OptimizedDistribution BUILT =
                shipped("optimized-shipped-java", "encvoy-keycloak-native.jar", "lazysodium-java.jar");
    }

    private static final class WithEarlierPack {

        private static final OptimizedDistribution BUILT = withEarlierPack();
    }

    /** Built once per run. */
    public static OptimizedDistribution built() {
        return WithPack.BUILT;
    }

    /** With nothing but the pack: without the extension and the further realms of the tests. */
    public static OptimizedDistribution shipped() {
        return Shipped.BUILT;
    }

    /** The same without the JAR that uses native libraries. */
    public static OptimizedDistribution shippedWithoutNative() {
        return ShippedWithoutNative.BUILT;
    }

    /** The same with the pack of {@link Pack#earlierJars}, and without the extension of the tests. */
    public static OptimizedDistribution earlier() {
        return WithEarlierPack.BUILT;
    }

    /** Without the pack, with a realm of its own: {@link StockRealm}. */
    public static OptimizedDistribution stock() {
        return Stock.BUILT;
    }

    /**
     * With an earlier version of the pack.
     *
     * @param checkout of that version, in which its JARs were built
     */
    public static OptimizedDistribution earlier(Path checkout) {
        Distribution distribution = Distribution.unpacked("optimized-earlier");
        distribution.installRealm(checkout.resolve("realm-config/encvoy-realm.json"));
        new OptimizedDistribution(distribution.home())
                .replace(Stream.of(
                                "providers/target/encvoy-keycloak-providers.jar",
                                "themes/target/encvoy-keycloak-themes.jar",
                                "providers/target/lib/libphonenumber.jar",
                                "providers/target/lib/lazysodium-java.jar",
                                "providers/native/target/encvoy-keycloak-native.jar",
                                "providers/native/target/lib/lazysodium-java.jar")
                        .map(checkout::resolve)
                        // Versions before 1.0 had them in one JAR.
                        .filter(Files::exists)
                        .toList());
        return build("optimized-earlier", distribution);
    }

    private static OptimizedDistribution withPack(String name) {
        Distribution distribution = Distribution.unpacked(name);
        distribution.install(Imports.folder());
        new OptimizedDistribution(distribution.home()).replace(Pack.jars());
        return build(name, distribution);
    }

    private static OptimizedDistribution shipped(String name, String... missing) {
        Distribution distribution = Distribution.unpacked(name);
        distribution.installRealm(Imports.folder().resolve(Imports.ALL_VARIABLES + "-realm.json"));
        new OptimizedDistribution(distribution.home()).replace(Pack.jars());
        List.of(missing).forEach(distribution::removeJar);
        return build(name, distribution);
    }

    private static OptimizedDistribution withoutPack(String name) {
        Distribution distribution = Distribution.unpacked(name);
        distribution.installRealm(StockRealm.file());
        return build(name, distribution);
    }

    private static OptimizedDistribution withEarlierPack() {
        Distribution distribution = Distribution.unpacked("optimized-released");
        new OptimizedDistribution(distribution.home()).replace(Pack.earlierJars());
        return build("optimized-released", distribution);
    }

    private static OptimizedDistribution build(String name, Distribution distribution) {
        OptimizedDistribution optimized = new OptimizedDistribution(distribution.home());
        optimized.put(Pack.containerFile("keycloak.conf"), "conf");
        KeycloakProcess build = optimized.run(name + "-build", KeycloakProcess.SHORT_LIVED, List.of("build"));
        if (build.awaitEnd() != 0) {
            throw new IllegalStateException("kc.sh build failed: " + build.log());
        }
        return optimized;
    }

    /** Copies JARs, with their times, over the existing ones. */
    public void replace(List<Path> jars) {
        jars.forEach(jar -> put(jar, "providers"));
    }

    KeycloakProcess run(String name, Map<String, String> environment, List<String> arguments) {
        return KeycloakProcess.start(home, Pack.target().resolve(name + ".log"), environment, arguments);
    }

    private void put(Path file, String folder) {
        try {
            Files.copy(
                    file,
                    home.resolve(folder).resolve(file.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
