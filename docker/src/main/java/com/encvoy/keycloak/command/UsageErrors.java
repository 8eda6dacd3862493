package com.encvoy.keycloak.command;

import java.nio.file.Path;
import java.util.Arrays;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reports a wrong command line in one sentence that names the option and points to {@code --help}. Never repeats a
 * value: it may be a secret.
 */
public final class UsageErrors implements IParameterExceptionHandler {

    /** Makes a command line with this error handling and the option {@code --help}. */
    public static CommandLine commandLine(Object command) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(command)
                .addOption(OptionSpec.builder("--help")
                        .usageHelp(true)
                        .description("print this text")
                        .build());
        return new CommandLine(spec)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(120)
                .registerConverter(String.class, UsageErrors::required)
                .registerConverter(Path.class, value -> Path.of(required(value)))
                .setParameterExceptionHandler(new UsageErrors());
    }

    private static String required(String value) {
        if (value.isBlank()) {
            throw new TypeConversionException("needs a value");
        }
        return value.strip();
    }

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        command.getErr().println(sentence(exception, args));
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String sentence(ParameterException exception, String... args) {
        return problem(exception, args) + ": see "
                + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help.";
    }

    private static String problem(ParameterException exception, String... args) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            return first.startsWith("-")
                    ? "There is no option " + first.replaceFirst("=.*", "")
                    : "There is one argument too many";
        }
        if (exception instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            return argument.isOption() && Arrays.asList(args).contains(name(argument))
                    ? "The option " + name(argument) + " needs a value"
                    : "The " + kind(argument) + " is missing";
        }
        if (exception instanceof OverwrittenOptionException twice) {
            return "The " + kind(twice.getOverwritten()) + " may be given only once";
        }
        if (exception.getCause() instanceof TypeConversionException wrong) {
            return "The " + kind(exception.getArgSpec()) + " " + wrong.getMessage();
        }
        return exception.getMessage();
    }

    private static String kind(ArgSpec argument) {
        return (argument.isOption() ? "option " : "argument ") + name(argument);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
