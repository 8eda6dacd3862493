package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates an application from a template in the trial that runs. */
final class CreateApplication {

    private static final Pattern SECRET = Pattern.compile("\"value\"\\s*:\\s*\"([^\"]+)\"");

    private final PrintStream out;

    CreateApplication(PrintStream out) {
        this.out = out;
    }

    /**
     * @param args what follows {@link ApplicationOptions#COMMAND}
     * @throws IllegalArgumentException with one sentence about the arguments
     * @throws Failure with one sentence when it could not be created
     */
    void run(Checkout checkout, String... args) throws IOException, InterruptedException {
        if (Arrays.asList(args).contains("--help")) {
            out.print(ApplicationOptions.HELP.formatted(String.join(", ", ApplicationTemplate.names(checkout))));
            return;
        }
        ApplicationOptions options = ApplicationOptions.parse(checkout.root().resolve(".encvoy"), args);
        ApplicationTemplate template = ApplicationTemplate.named(checkout, options.template());
        AdminApi admin = signIn(options.server());
        String secret = create(admin, template, options);
        out.println("Created the client " + options.clientId() + " in the realm " + AdminApi.REALM
                + ".\n\n  Client ID      " + options.clientId() + "\n  Client secret  " + secret + "\n");
        out.println(template.settings(options.server().server(), options.application(), options.clientId(), secret));
    }

    private static AdminApi signIn(Options server) throws InterruptedException, IOException {
        Path secrets = Home.secrets(server.home());
        AdminApi admin = new AdminApi(server.server());
        try {
            if (admin.signIn(Secrets.ADMIN, Secrets.read(secrets).adminPassword())) {
                return admin;
            }
        } catch (ConnectException e) {
            throw new Failure("Nothing answers at " + server.server()
                    + ": start docker/run first, or name its port with --port.");
        }
        throw new Failure("The administrator has another password by now: create the application as"
                + " realm-config/applications/README.md says.");
    }

    private static String create(AdminApi admin, ApplicationTemplate template, ApplicationOptions options)
            throws IOException, InterruptedException {
        HttpResponse<String> created =
                admin.post("/clients", template.client(options.application(), options.clientId()));
        if (created.statusCode() == AdminApi.EXISTS) {
            throw new Failure(
                    "There is a client " + options.clientId() + " already: choose another name with --client-id.");
        }
        String id = created.headers()
                .firstValue("Location")
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElse("");
        Matcher secret = SECRET.matcher(
                created.statusCode() == AdminApi.CREATED
                        ? admin.get("/clients/" + id + "/client-secret").body()
                        : "");
        if (!secret.find()) {
            throw new Failure(
                    "Keycloak did not create the client (status " + created.statusCode() + "): " + created.body());
        }
        return secret.group(1);
    }
}
