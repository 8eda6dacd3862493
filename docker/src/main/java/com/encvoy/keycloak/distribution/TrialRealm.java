package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;

/** The parts of the realm that only a trial has: a demo user, and the address of the user's Sentry. */
final class TrialRealm {

    private final TrialFolder folder;
    private final Secrets secrets;
    private final TrialSettings settings;
    private final PrintWriter err;

    TrialRealm(TrialFolder folder, Secrets secrets, TrialSettings settings, PrintWriter err) {
        this.folder = folder;
        this.secrets = secrets;
        this.settings = settings;
        this.err = err;
    }

    /** Signs in only if there is something to do: after a change of password every attempt would raise an alarm. */
    void prepare() throws IOException, InterruptedException {
        AdminApi admin = new AdminApi(settings.url());
        if (!Files.exists(folder.demoUser())) {
            if (signIn(admin) && DemoUser.create(admin, secrets.demoPassword())) {
                Files.createFile(folder.demoUser());
            } else {
                err.println("The demo user could not be created.");
            }
        }
        // Keycloak imports the realm at the first start only, a later address would have no effect.
        if (settings.sentry() != null && !(signIn(admin) && SentryClient.move(admin, settings.sentry()))) {
            err.println("The address of Sentry was not changed: change it in the admin console, Clients, sentry.");
        }
    }

    private boolean signIn(AdminApi admin) throws IOException, InterruptedException {
        return admin.signIn(Secrets.ADMIN, secrets.adminPassword());
    }
}
