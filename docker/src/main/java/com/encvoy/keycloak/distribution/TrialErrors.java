package com.encvoy.keycloak.distribution;

import java.io.IOException;

import com.encvoy.keycloak.command.UserError;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports in one sentence why a command failed; an unexpected exception keeps its stack trace. */
final class TrialErrors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) throws Exception {
        if (exception instanceof UserError) {
            command.getErr().println(exception.getMessage());
        } else if (exception instanceof IOException) {
            command.getErr().println("Keycloak could not be set up, or did not answer: " + exception + ".");
        } else {
            throw exception;
        }
        return TrialCommand.FAILED;
    }
}
