package com.encvoy.keycloak.architecture;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The rooms of the code, which are packages, and what each may import. */
final class Rooms {

    static final String ROOT = "com.encvoy.keycloak.";

    /** What the rooms of the dashboard's pages may import: use cases, and the page around their own. */
    private static final Set<String> PAGES = Set.of(
            "dashboard.shell",
            "dashboard.application",
            "oidc.issuer",
            "claims",
            "membership",
            "access",
            "look",
            "mail",
            "application",
            "application.activity",
            "application.editing",
            "application.picture",
            "application.registration");

    /** The only arrows between rooms. A room that is not named here may not exist. */
    static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "api",
                    Set.of(
                            "api.applications",
                            "api.pictures",
                            "api.request",
                            "oidc",
                            "oidc.issuer",
                            "access",
                            "application",
                            "application.registration")),
            Map.entry("api.request", Set.of("access", "application.editing")),
            Map.entry("api.members", Set.of("api.request", "membership", "access", "application.editing")),
            Map.entry(
                    "api.applications",
                    Set.of(
                            "api.request",
                            "api.pictures",
                            "api.members",
                            "oidc.issuer",
                            "claims",
                            "membership",
                            "access",
                            "application",
                            "application.activity",
                            "application.editing",
                            "application.registration")),
            Map.entry("api.pictures", Set.of("api.request", "application.editing", "application.picture")),
            Map.entry(
                    "oidc",
                    Set.of(
                            "oidc.introspection",
                            "oidc.issuer",
                            "access",
                            "claims",
                            "application",
                            "application.registration")),
            Map.entry("oidc.introspection", Set.of("oidc.issuer", "access", "claims", "application")),
            Map.entry("oidc.issuer", Set.of("application", "application.registration", "device")),
            Map.entry("claims", Set.of("access", "application")),
            Map.entry(
                    "login",
                    Set.of(
                            "login.flow",
                            "login.identifier",
                            "login.code",
                            "login.registration",
                            "login.recovery",
                            "login.gate",
                            "membership",
                            "access",
                            "deletion",
                            "mail",
                            "application",
                            "alert")),
            Map.entry("login.flow", Set.of("application", "device")),
            Map.entry(
                    "login.identifier",
                    Set.of("login.flow", "login.code", "membership", "application", "alert", "password")),
            Map.entry("login.code", Set.of("login.flow", "ending", "mail", "application")),
            Map.entry(
                    "login.registration",
                    Set.of("login.identifier", "login.code", "login.flow", "membership", "mail", "application")),
            Map.entry("login.recovery", Set.of("login.code", "login.flow", "mail", "application", "alert")),
            Map.entry(
                    "login.gate",
                    Set.of(
                            "login.code",
                            "login.flow",
                            "ending",
                            "access",
                            "deletion",
                            "membership",
                            "application",
                            "account.credentials")),
            Map.entry("access", Set.of("application", "application.creation")),
            Map.entry("account.credentials", Set.of()),
            Map.entry("account.sessions", Set.of("access")),
            Map.entry("account.applications", Set.of("access", "application")),
            Map.entry("account.privacy", Set.of("claims", "application", "application.editing")),
            Map.entry("membership", Set.of("access", "mail", "application", "application.editing")),
            Map.entry("deletion", Set.of("membership", "access", "mail", "application", "application.editing")),
            Map.entry("account.data", Set.of("access", "application")),
            Map.entry("ending", Set.of("application", "device")),
            Map.entry("device", Set.of()),
            Map.entry("alert", Set.of("access", "device", "mail", "application")),
            Map.entry("account.activity", Set.of("device")),
            Map.entry("look", Set.of("ending", "claims", "application")),
            Map.entry("mail", Set.of("look", "application")),
            Map.entry("application", Set.of("application.option", "application.creation")),
            Map.entry("application.creation", Set.of()),
            Map.entry(
                    "application.editing",
                    Set.of("access", "application", "application.creation", "application.registration")),
            Map.entry("application.option", Set.of()),
            Map.entry("application.picture", Set.of("access", "application", "application.editing")),
            Map.entry("application.activity", Set.of("application")),
            Map.entry("application.registration", Set.of("application", "application.creation")),
            Map.entry(
                    "dashboard",
                    Set.of(
                            "access",
                            "dashboard.shell",
                            "dashboard.applications",
                            "dashboard.data",
                            "dashboard.look",
                            "dashboard.privacy",
                            "dashboard.apps",
                            "dashboard.security",
                            "dashboard.sessions",
                            "dashboard.profile",
                            "dashboard.history",
                            "dashboard.requests")),
            Map.entry("account.profile", Set.of("application", "application.picture")),
            Map.entry("dashboard.profile", with("account.profile", with("dashboard.account", PAGES))),
            Map.entry("dashboard.shell", Set.of("access", "look", "application.picture")),
            Map.entry("dashboard.account", Set.of("dashboard.shell", "access", "device")),
            Map.entry(
                    "dashboard.application",
                    Set.of(
                            "dashboard.shell",
                            "access",
                            "look",
                            "application",
                            "application.editing",
                            "application.picture")),
            Map.entry(
                    "dashboard.applications",
                    Set.of(
                            "dashboard.shell",
                            "dashboard.creation",
                            "dashboard.settings",
                            "dashboard.members",
                            "dashboard.look",
                            "dashboard.activity",
                            "access",
                            "look",
                            "application")),
            Map.entry("dashboard.requests", with("dashboard.account", PAGES)),
            Map.entry(
                    "dashboard.privacy",
                    with("dashboard.account", with("account.applications", with("account.privacy", PAGES)))),
            Map.entry("dashboard.apps", with("dashboard.account", with("account.applications", PAGES))),
            Map.entry("dashboard.creation", PAGES),
            Map.entry("dashboard.settings", PAGES),
            Map.entry("dashboard.members", PAGES),
            Map.entry("dashboard.look", with("login.identifier", PAGES)),
            Map.entry("dashboard.activity", PAGES),
            Map.entry("password", Set.of()),
            Map.entry(
                    "dashboard.history",
                    Set.of("dashboard.shell", "dashboard.account", "account.activity", "device", "application")),
            Map.entry("dashboard.security", Set.of("dashboard.account", "dashboard.shell", "account.credentials")),
            Map.entry(
                    "dashboard.sessions",
                    Set.of("dashboard.account", "dashboard.shell", "account.sessions", "application")),
            Map.entry("dashboard.data", with("dashboard.account", with("account.data", with("deletion", PAGES)))),
            Map.entry("crypto", Set.of())));

    private static Set<String> with(String room, Set<String> rooms) {
        return Stream.concat(Stream.of(room), rooms.stream()).collect(Collectors.toSet());
    }

    static final JavaClasses CLASSES =
            new ClassFileImporter().importPaths(Path.of("target/classes"), Path.of("native/target/classes"));

    private Rooms() {}

    /** Options and settings of one value belong to the room application, and may be used with it. */
    static boolean mayImport(String from, String to) {
        Set<String> allowed = MAY_IMPORT.getOrDefault(from, Set.of());
        return from.equals(to)
                || allowed.contains(to)
                || (to.equals("application.option") && allowed.contains("application"));
    }

    /** The room of a class; for a class of others, its package. */
    static String of(JavaClass type) {
        return type.getPackageName().startsWith(ROOT)
                ? type.getPackageName().substring(ROOT.length())
                : type.getPackageName();
    }

    static boolean isOurs(JavaClass type) {
        return (type.getPackageName() + '.').startsWith(ROOT);
    }
}
