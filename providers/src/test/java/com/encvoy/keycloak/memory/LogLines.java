package com.encvoy.keycloak.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is written into a log until it is closed. */
public final class LogLines extends Handler implements AutoCloseable {

    private final Logger log;
    private final List<String> lines = new ArrayList<>();

    private LogLines(Logger log) {
        this.log = log;
    }

    public static LogLines of(String name) {
        LogLines lines = new LogLines(Logger.getLogger(name));
        lines.log.addHandler(lines);
        return lines;
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + line.getMessage());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
