package com.encvoy.keycloak.install;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import com.encvoy.keycloak.admin.AdminClient;
import com.encvoy.keycloak.admin.AdminErrors;
import com.encvoy.keycloak.admin.AdminOptions;
import com.encvoy.keycloak.command.PackVersion;
import com.encvoy.keycloak.command.UsageErrors;
import com.encvoy.keycloak.install.thing.Part;
import com.encvoy.keycloak.install.thing.RealmFile;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code install}: installs Encvoy ID in an existing realm. */
@Command(
        name = "install",
        sortOptions = false,
        descriptionHeading = "%n",
        description = "Installs Encvoy ID in an existing realm, or brings it up to date. Prints what it would do; with"
                + " --apply, it does it. Deletes nothing, and changes only what it has created, and the settings that"
                + " it lists; it records their previous values for uninstall.",
        optionListHeading = "%n",
        footer = {
            "",
            "Parts: endpoints (client scopes), profile (fields of people), login (flows and required actions), look",
            "(themes, languages, content security policy), dashboard (its client, its roles, events), sentry (its",
            "client with SENTRY_URL, SENTRY_CLIENT_ID and SENTRY_CLIENT_SECRET of the environment).",
            "",
            "Exit code: 0 done or nothing to do, 1 refused, 2 the command line was wrong, 3 the server did not answer",
            "or refused the account."
        },
        exitCodeOnInvalidInput = AdminErrors.WRONG_COMMAND)
public final class InstallCommand implements Callable<Integer> {

    private static final String SENTRY_URL = "SENTRY_URL";

    private final Map<String, String> environment;

    @Mixin
    private final AdminOptions server;

    @Mixin
    private RealmOptions realms;

    @Option(
            names = "--part",
            paramLabel = "PART",
            split = ",",
            converter = PartConverter.class,
            description = "a part; may be given several times; default the parts installed before, or all (sentry only"
                    + " if $SENTRY_URL is set)")
    private List<Part> parts = new ArrayList<>();

    @Option(
            names = "--client",
            paramLabel = "ID",
            description = "client ID of an existing application that gets the scopes; may be given several times")
    private List<String> clients = new ArrayList<>();

    @Option(names = "--all-clients", description = "give the scopes to all applications")
    private boolean isAllClients;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "new file for the generated client secret of Sentry, default sentry-REALM.env")
    private Path secretFile;

    @Option(names = "--show-secret", description = "also print the generated client secret of Sentry")
    private boolean showsSecret;

    @Mixin
    private RunOptions run;

    @Spec
    private CommandSpec spec;

    private InstallCommand(Map<String, String> environment) {
        this.environment = environment;
        this.server = new AdminOptions(environment);
    }

    public static CommandLine commandLine(Map<String, String> environment) {
        return UsageErrors.commandLine(new InstallCommand(environment)).setExecutionExceptionHandler(new AdminErrors());
    }

    @Override
    public Integer call() {
        InstallRequest request = request();
        AdminClient admin = server.client();
        List<ObjectNode> json = new ArrayList<>();
        boolean isChange = false;
        for (String name : realms.names(admin)) {
            Installation installation = new Installation(admin.realm(name), request);
            PlanReport report = new PlanReport(installation);
            json.add(report.json());
            run.print(report.lines());
            isChange |= installation.isChange();
            if (run.isApplied() && installation.isChange()) {
                apply(installation);
            }
        }
        run.printJson(json);
        run.print(List.of(conclusion(isChange)));
        return AdminErrors.DONE;
    }

    private String conclusion(boolean isChange) {
        if (!isChange) {
            return "Nothing to do.";
        }
        return run.isApplied() ? "Done." : "Nothing was changed: run it again with --apply.";
    }

    private void apply(Installation installation) {
        SentrySecret secret = SentrySecret.none();
        boolean isGenerated = installation.makesSentry()
                && environment.getOrDefault("SENTRY_CLIENT_SECRET", "").isBlank();
        Path file = secretFile == null ? Path.of("sentry-" + installation.realm() + ".env") : secretFile;
        if (isGenerated) {
            secret = SentrySecret.in(file, environment.getOrDefault("SENTRY_CLIENT_ID", "sentry"));
        }
        PrintWriter progress = run.progress();
        installation.apply(secret, progress::println);
        if (isGenerated) {
            progress.println("The client secret of Sentry is in " + file + ".");
            if (showsSecret) {
                progress.println("It is " + secret.value());
            }
        }
    }

    private InstallRequest request() {
        boolean isSentryKnown = !environment.getOrDefault(SENTRY_URL, "").isBlank();
        if (parts.contains(Part.SENTRY) && !isSentryKnown) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The part sentry needs the address of Sentry; set the environment variable " + SENTRY_URL);
        }
        EnumSet<Part> chosen = EnumSet.noneOf(Part.class);
        chosen.addAll(parts);
        RealmFile file = RealmFile.shipped(environment);
        return new InstallRequest(file, PackVersion.VERSION, chosen, clients, isAllClients, isSentryKnown);
    }

    /** Reads the name of a part. */
    private static final class PartConverter implements ITypeConverter<Part> {

        @Override
        public Part convert(String value) {
            for (Part part : Part.values()) {
                if (part.toString().equals(value.toLowerCase(Locale.ROOT))) {
                    return part;
                }
            }
            throw new TypeConversionException("must be endpoints, profile, login, look, dashboard or sentry");
        }
    }
}
