package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Arrays;

/** Sets up and runs Keycloak with the pack, until Ctrl-C. */
final class Run {

    private final PrintStream out;
    private final PrintStream err;

    Run(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws InterruptedException {
        System.exit(new Run(System.out, System.err).run(Checkout.ofThisJar(), args));
    }

    /** @return the exit code of Keycloak, or 1 after one sentence when it could not be run */
    int run(Checkout checkout, String... args) throws InterruptedException {
        try {
            if (args.length > 0 && args[0].equals(ApplicationOptions.COMMAND)) {
                new CreateApplication(out).run(checkout, Arrays.copyOfRange(args, 1, args.length));
                return 0;
            }
            Options options = Options.parse(checkout.root().resolve(".encvoy"), args);
            if (options.help()) {
                out.print(Options.HELP);
                return 0;
            }
            options.requireFreePort();
            return run(checkout, options);
        } catch (IllegalArgumentException | Failure e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("Keycloak could not be set up, or did not answer: " + e + ".");
        }
        return 1;
    }

    private int run(Checkout checkout, Options options) throws IOException, InterruptedException {
        try (Home home = Home.open(options.home())) {
            Secrets secrets = Secrets.of(home);
            Installation installation = new Installation(home, checkout);
            if (!installation.isUnpacked()) {
                out.println("Unpacking Keycloak " + checkout.keycloakVersion() + " to " + home.path() + " ...");
                installation.unpack();
            }
            installation.update();
            out.println("Starting Keycloak " + checkout.keycloakVersion() + " on " + options.server() + " ...");
            try (Server server = Server.start(installation, home, secrets, options)) {
                if (server.awaitReady()) {
                    prepareRealm(home, secrets, options);
                    String sentry = ApplicationTemplate.named(checkout, SentryClient.ID)
                            .settings(
                                    options.server(),
                                    SentryClient.addressOrDefault(options.sentry()),
                                    SentryClient.ID,
                                    secrets.clientSecret());
                    out.print(new Welcome(options.server(), secrets, sentry, home.path()));
                }
                return server.awaitEnd();
            }
        }
    }

    private void prepareRealm(Home home, Secrets secrets, Options options) throws IOException, InterruptedException {
        AdminApi admin = new AdminApi(options.server());
        // Signing in only when there is something to do: once the administrator has another password, each try is an
        // alarm.
        if (!Files.exists(home.demoUser())) {
            if (admin.signIn(Secrets.ADMIN, secrets.adminPassword())
                    && DemoUser.create(admin, secrets.demoPassword())) {
                Files.createFile(home.demoUser());
            } else {
                err.println("The demo user could not be created.");
            }
        }
        // On a later run the realm is there already and is not imported again, the address would have no effect.
        if (options.sentry() != null
                && !(admin.signIn(Secrets.ADMIN, secrets.adminPassword())
                        && SentryClient.move(admin, options.sentry()))) {
            err.println("The address of Sentry was not changed, do it in the admin console: Clients, sentry.");
        }
    }
}
