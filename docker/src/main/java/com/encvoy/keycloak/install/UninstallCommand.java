package com.encvoy.keycloak.install;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.encvoy.keycloak.admin.AdminClient;
import com.encvoy.keycloak.admin.AdminErrors;
import com.encvoy.keycloak.admin.AdminOptions;
import com.encvoy.keycloak.command.UsageErrors;
import com.encvoy.keycloak.install.thing.RealmFile;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code uninstall}: undoes what {@code install} has done. */
@Command(
        name = "uninstall",
        sortOptions = false,
        descriptionHeading = "%n",
        description = "Undoes what install has done in a realm: removes what it created and restores the settings that"
                + " it changed. Prints what it would do; with --apply, it does it. Refuses if something has been"
                + " changed since, and shows the difference.",
        optionListHeading = "%n",
        footer = {
            "",
            "Exit code: 0 done or nothing to do, 1 refused, 2 the command line was wrong, 3 the server did not answer",
            "or refused the account."
        },
        exitCodeOnInvalidInput = AdminErrors.WRONG_COMMAND)
public final class UninstallCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Mixin
    private final AdminOptions server;

    @Mixin
    private RealmOptions realms;

    @Option(
            names = "--leave-changed",
            description = "do not refuse: leave what has been changed since as it is, and undo the rest")
    private boolean leavesChanged;

    @Mixin
    private RunOptions run;

    private UninstallCommand(Map<String, String> environment) {
        this.environment = environment;
        this.server = new AdminOptions(environment);
    }

    public static CommandLine commandLine(Map<String, String> environment) {
        return UsageErrors.commandLine(new UninstallCommand(environment))
                .setExecutionExceptionHandler(new AdminErrors());
    }

    @Override
    public Integer call() {
        AdminClient admin = server.client();
        RealmFile file = RealmFile.shipped(environment);
        List<Removal> removals = realms.names(admin).stream()
                .map(name -> new Removal(admin.realm(name), file))
                .toList();
        List<RemovalReport> reports = removals.stream().map(RemovalReport::new).toList();
        reports.forEach(report -> run.print(report.lines()));
        run.printJson(reports.stream().map(RemovalReport::json).toList());
        boolean isRefused = !leavesChanged && removals.stream().anyMatch(Removal::hasConflicts);
        PrintWriter err = run.progress();
        if (isRefused) {
            err.println("Refused: the entries marked conflict have been changed since or are in use. Resolve them"
                    + " first, or leave them as they are with --leave-changed.");
            return AdminErrors.REFUSED;
        }
        if (run.isApplied()) {
            removals.stream().filter(Removal::isInstalled).forEach(removal -> {
                removal.apply();
                err.println("Realm " + removal.realm() + ": done.");
            });
        } else if (removals.stream().anyMatch(Removal::isInstalled)) {
            err.println("Nothing was changed: run it again with --apply.");
        }
        return AdminErrors.DONE;
    }
}
