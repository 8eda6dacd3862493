package com.encvoy.keycloak.admin;

import com.encvoy.keycloak.command.UserError;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports in one sentence why a command failed; an unexpected exception keeps its stack trace. */
public final class AdminErrors implements IExecutionExceptionHandler {

    /** Exit codes of the commands that change a server. */
    public static final int DONE = 0;

    public static final int REFUSED = 1;
    public static final int WRONG_COMMAND = 2;
    public static final int UNREACHABLE = 3;

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) throws Exception {
        if (exception instanceof AdminException failure) {
            command.getErr().println(failure.getMessage());
            return failure.isUnreachable() ? UNREACHABLE : REFUSED;
        }
        if (exception instanceof UserError) {
            command.getErr().println(exception.getMessage());
            return REFUSED;
        }
        if (exception instanceof ParameterException wrong) {
            return command.getParameterExceptionHandler().handleParseException(wrong, new String[0]);
        }
        throw exception;
    }
}
