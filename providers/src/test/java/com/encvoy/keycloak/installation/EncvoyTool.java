package com.encvoy.keycloak.installation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.install.InstallCommand;
import com.encvoy.keycloak.install.UninstallCommand;
import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code docker/encvoy}, run in this process against a server. */
public final class EncvoyTool {

    private final URI server;
    private final Map<String, String> environment;

    /** @param sentry what the environment says of Sentry */
    public EncvoyTool(URI server, SentrySettings sentry) {
        this.server = server;
        this.environment = new HashMap<>(Map.of(
                "KC_CLI_PASSWORD",
                TestServer.BOOTSTRAP.get("KC_BOOTSTRAP_ADMIN_PASSWORD"),
                "SENTRY_URL",
                sentry.urlPrefix(),
                "SENTRY_CLIENT_ID",
                sentry.oidcClientId(),
                "SENTRY_CLIENT_SECRET",
                sentry.oidcClientSecret()));
    }

    /** A realm of some kind with an application {@code wiki}, in which everything is installed, for it too. */
    TestRealm installed(TestServer where, ExistingRealm kind) {
        TestRealm realm = kind.make(where);
        Answer done = install(realm.name(), "--apply", "--client", "wiki");
        assertThat(done.exitCode()).as(done.printed()).isZero();
        assertThat(done.printed()).contains("Done.");
        return realm;
    }

    /** The exit code of a command and what it printed. */
    public record Answer(int exitCode, String printed) {}

    public Answer install(String realm, String... options) {
        return run(InstallCommand.commandLine(environment), realm, options);
    }

    Answer uninstall(String realm, String... options) {
        return run(UninstallCommand.commandLine(environment), realm, options);
    }

    private Answer run(CommandLine command, String realm, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--server", server.toString(), "--realm", realm));
        arguments.addAll(List.of(options));
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed, true);
        int exitCode = command.setOut(writer).setErr(writer).execute(arguments.toArray(String[]::new));
        return new Answer(exitCode, printed.toString());
    }
}
