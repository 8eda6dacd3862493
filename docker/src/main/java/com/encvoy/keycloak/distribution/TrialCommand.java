package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;

import com.encvoy.keycloak.command.AddressConverter;
import com.encvoy.keycloak.command.UsageErrors;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code docker/run}: sets up Keycloak with the pack and runs it until Ctrl-C. */
@Command(
        name = "docker/run",
        sortOptions = false,
        descriptionHeading = "%n",
        description = "Builds Encvoy ID for Keycloak and runs it on http://localhost:PORT, for trying it out.",
        optionListHeading = "%n",
        commandListHeading = "%nFrom another terminal, while it runs:%n%n",
        footer = {"", "Options of a command: docker/run COMMAND --help"},
        exitCodeOnInvalidInput = TrialCommand.FAILED)
public final class TrialCommand implements Callable<Integer> {

    static final int FAILED = 1;

    private final Checkout checkout;

    @Mixin
    private final TrialOptions trial;

    @Option(
            names = "--sentry-url",
            paramLabel = "URL",
            converter = AddressConverter.class,
            description = "address of your Sentry, default http://127.0.0.1:9000")
    private URI sentry;

    @Option(names = "--verbose", description = "show the whole output of Keycloak")
    private boolean verbose;

    @Option(
            names = "--debug",
            description = "for developers: a debugger can attach to localhost:8787, and edited templates, texts and "
                    + "style sheets are seen when a page is reloaded (see CONTRIBUTING.md)")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    private TrialCommand(Checkout checkout) {
        this.checkout = checkout;
        this.trial = new TrialOptions(checkout.root().resolve(".encvoy"));
    }

    /** Exits with the exit code of Keycloak, or with 1 after one sentence if it could not be run. */
    public static void main(String[] args) {
        System.exit(commandLine(Checkout.ofThisJar()).execute(args));
    }

    /** The command that runs a trial, for the checkout of this JAR. */
    public static CommandLine trial() {
        return commandLine(Checkout.ofThisJar());
    }

    /** The command that creates an application, without the one that runs the trial. */
    public static CommandLine application() {
        Checkout checkout = Checkout.ofThisJar();
        TrialOptions trial = new TrialOptions(checkout.root().resolve(".encvoy"));
        return application(checkout, trial).addMixin("trial", trial).setExecutionExceptionHandler(new TrialErrors());
    }

    static CommandLine commandLine(Checkout checkout) {
        TrialCommand command = new TrialCommand(checkout);
        return UsageErrors.commandLine(command)
                .addSubcommand(application(checkout, command.trial))
                .setExecutionExceptionHandler(new TrialErrors());
    }

    private static CommandLine application(Checkout checkout, TrialOptions trial) {
        CommandLine application = UsageErrors.commandLine(new ApplicationCommand(checkout, trial));
        application
                .getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_FOOTER,
                        help -> "%nTemplates: %s%n".formatted(String.join(", ", ApplicationTemplate.names(checkout))));
        return application;
    }

    TrialSettings settings() {
        return new TrialSettings(trial.port(), trial.folder(), sentry, verbose, debug);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine commandLine = spec.commandLine();
        return new Trial(checkout, settings(), commandLine.getOut(), commandLine.getErr()).run();
    }
}
