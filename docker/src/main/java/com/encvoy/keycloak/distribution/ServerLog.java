package com.encvoy.keycloak.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Copies the output of Keycloak to a file, and hands every line to a listener, which may show it. */
final class ServerLog {

    /** Lines that do not say why a server ended: stack frames, information and warnings. */
    private static final Pattern DETAIL = Pattern.compile("^\\t|^\\S+ \\S+ (INFO|WARN) ");

    private static final int LAST_LINES = 10;
    private static final long END_LIMIT_SECONDS = 5;

    private final Path file;
    private final Consumer<String> listener;
    private final Deque<String> last = new ArrayDeque<>();
    private Thread copy;

    ServerLog(Path file, Consumer<String> listener) {
        this.file = file;
        this.listener = listener;
    }

    Path file() {
        return file;
    }

    /** Starts to copy the output of a process to the file, replacing an older log. */
    void follow(InputStream output) throws IOException {
        PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file), true);
        copy = new Thread(() -> copy(output, writer), "keycloak-log");
        // Goes on while the shutdown hook waits for Keycloak, without keeping the command alive.
        copy.setDaemon(true);
        copy.start();
    }

    private void copy(InputStream output, PrintWriter writer) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
                writer) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                writer.println(line);
                keep(line);
                listener.accept(line);
            }
        } catch (IOException e) {
            listener.accept("The output of Keycloak ended: " + e.getMessage());
        }
    }

    private synchronized void keep(String line) {
        if (line.isBlank() || DETAIL.matcher(line).find()) {
            return;
        }
        last.addLast(line);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
    }

    /** The end of the log without details, for the message that Keycloak has ended. */
    String end() throws InterruptedException {
        copy.join(TimeUnit.SECONDS.toMillis(END_LIMIT_SECONDS));
        synchronized (this) {
            return "The end of its log, " + file + ":"
                    + (last.isEmpty() ? " empty" : "\n\n  " + String.join("\n  ", last));
        }
    }
}
