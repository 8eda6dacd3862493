package com.encvoy.keycloak.command;

import java.util.Map;

import com.encvoy.keycloak.admin.AdminErrors;
import com.encvoy.keycloak.check.CheckCommand;
import com.encvoy.keycloak.distribution.TrialCommand;
import com.encvoy.keycloak.install.InstallCommand;
import com.encvoy.keycloak.install.UninstallCommand;
import com.encvoy.keycloak.movein.MoveInCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code docker/encvoy}, in the image {@code /opt/keycloak/bin/encvoy}: all commands of the pack. */
@Command(
        name = "encvoy",
        sortOptions = false,
        descriptionHeading = "%n",
        description = "Runs, checks, installs and moves Encvoy ID for Keycloak.",
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n%n",
        footer = {"", "Options, variables and exit codes of a command: encvoy COMMAND --help"},
        exitCodeOnInvalidInput = AdminErrors.WRONG_COMMAND)
public final class EncvoyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private EncvoyCommand() {}

    /** Exits with the exit code of the command. */
    public static void main(String[] args) {
        System.exit(commandLine(System.getenv()).execute(args));
    }

    /** @param environment the variables of the process */
    static CommandLine commandLine(Map<String, String> environment) {
        return UsageErrors.commandLine(new EncvoyCommand())
                .setExecutionExceptionHandler(EncvoyCommand::byCommand)
                .addSubcommand(TrialCommand.trial().setCommandName("run"))
                .addSubcommand(TrialCommand.application())
                .addSubcommand(CheckCommand.commandLine(environment))
                .addSubcommand(InstallCommand.commandLine(environment))
                .addSubcommand(UninstallCommand.commandLine(environment))
                .addSubcommand(MoveInCommand.commandLine(environment));
    }

    /** Each command words its failures: picocli asks only this outermost one. */
    private static int byCommand(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (command.getParent() == null) {
            throw failure;
        }
        return command.getExecutionExceptionHandler().handleExecutionException(failure, command, parsed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "The command is missing");
    }
}
