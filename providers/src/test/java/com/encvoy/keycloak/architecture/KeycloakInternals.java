package com.encvoy.keycloak.architecture;

import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * The types of Keycloak without a promise of compatibility that the pack's bytecode uses: those of
 * {@code keycloak-services} and {@code keycloak-server-spi-private}. Constants are missing: the compiler inlines them.
 */
final class KeycloakInternals {

    private static final List<String> JARS = List.of("keycloak-services-", "keycloak-server-spi-private-");

    private KeycloakInternals() {}

    /** The rooms that use a type, by its full name. */
    static Map<String, String> usages() {
        Map<String, TreeSet<String>> rooms = new TreeMap<>();
        Rooms.CLASSES.stream()
                .filter(Rooms::isOurs)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isInternal(dependency.getTargetClass()))
                .forEach(dependency -> rooms.computeIfAbsent(name(dependency), name -> new TreeSet<>())
                        .add('`' + Rooms.of(dependency.getOriginClass()) + '`'));
        return rooms.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> String.join(", ", entry.getValue()), (a, b) -> a, TreeMap::new));
    }

    private static boolean isInternal(JavaClass type) {
        String file = type.getBaseComponentType().getName().replace('.', '/') + ".class";
        URL found = KeycloakInternals.class.getClassLoader().getResource(file);
        return found != null && JARS.stream().anyMatch(found.toString()::contains);
    }

    /** The name of the outermost class: nested ones come and go with it. */
    private static String name(Dependency dependency) {
        return Arrays.stream(dependency
                        .getTargetClass()
                        .getBaseComponentType()
                        .getName()
                        .split("\\$"))
                .findFirst()
                .orElseThrow();
    }
}
