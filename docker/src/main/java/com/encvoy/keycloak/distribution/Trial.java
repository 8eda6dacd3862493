package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.io.PrintWriter;

import com.encvoy.keycloak.command.UserError;

/** A run of Keycloak with the pack, from the unpacked ZIP file to Ctrl-C. */
final class Trial {

    private final Checkout checkout;
    private final TrialSettings settings;
    private final PrintWriter out;
    private final PrintWriter err;

    Trial(Checkout checkout, TrialSettings settings, PrintWriter out, PrintWriter err) {
        this.checkout = checkout;
        this.settings = settings;
        this.out = out;
        this.err = err;
    }

    /**
     * @return the exit code of Keycloak
     * @throws UserError if it could not be run
     */
    int run() throws IOException, InterruptedException {
        requireFreePort();
        try (TrialFolder folder = TrialFolder.open(settings.folder())) {
            Secrets secrets = Secrets.of(folder);
            Installation installation = new Installation(folder, checkout);
            if (!installation.isUnpacked()) {
                out.println("Unpacking Keycloak " + checkout.keycloakVersion() + " to " + folder.path() + " ...");
                installation.unpack();
            }
            installation.update();
            if (settings.debug()) {
                new LinkedThemes(checkout, folder.themes()).link();
                out.println("Reading themes and texts from " + checkout.root() + ", a debugger can attach to "
                        + ServerCommand.DEBUG_ADDRESS + " ...");
            }
            ServerCommand command = new ServerCommand(installation, folder, secrets, settings);
            LogScreen screen = new LogScreen(out);
            ServerLog log = new ServerLog(folder.log(), settings.verbose() ? out::println : screen);
            out.println("Starting Keycloak " + checkout.keycloakVersion() + " on " + settings.url() + " (log: "
                    + log.file() + ") ...");
            try (Server server = Server.start(command.builder(), settings.url(), log)) {
                if (server.awaitReady()) {
                    new TrialRealm(folder, secrets, settings, err).prepare();
                    screen.ready();
                    out.print(welcome(folder, secrets));
                    out.flush();
                }
                return server.awaitEnd();
            }
        }
    }

    private void requireFreePort() {
        try {
            PortCheck.requireFree(settings.port());
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
    }

    private WelcomeText welcome(TrialFolder folder, Secrets secrets) throws IOException {
        String sentry = ApplicationTemplate.named(checkout, SentryClient.ID)
                .settings(
                        settings.url(),
                        SentryClient.addressOrDefault(settings.sentry()),
                        SentryClient.ID,
                        secrets.clientSecret());
        return new WelcomeText(settings.url(), secrets, sentry, folder.path());
    }
}
