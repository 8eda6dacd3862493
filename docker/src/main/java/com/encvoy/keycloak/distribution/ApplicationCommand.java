package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;

import com.encvoy.keycloak.command.AddressConverter;
import com.encvoy.keycloak.command.UserError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code docker/run application}: creates an application from a template in the running trial. */
@Command(
        name = "application",
        sortOptions = false,
        descriptionHeading = "%n",
        description = "Creates an application in the running trial, and prints the settings that it needs.",
        parameterListHeading = "%n",
        exitCodeOnInvalidInput = TrialCommand.FAILED)
final class ApplicationCommand implements Callable<Integer> {

    private final Checkout checkout;
    private final TrialOptions trial;

    @Parameters(paramLabel = "TEMPLATE", description = "name of a template, such as grafana")
    private String template;

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            converter = AddressConverter.class,
            description = "address of the application, such as https://grafana.example.com")
    private URI address;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            converter = ClientIdConverter.class,
            description = "client ID, default the name of the template")
    private String clientId;

    @Spec
    private CommandSpec spec;

    ApplicationCommand(Checkout checkout, TrialOptions trial) {
        this.checkout = checkout;
        this.trial = trial;
    }

    String clientId() {
        return clientId == null ? template : clientId;
    }

    TrialOptions trial() {
        return trial;
    }

    URI address() {
        return address;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ApplicationTemplate application = ApplicationTemplate.named(checkout, template);
        String secret = create(signIn(), application);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Created the client " + clientId() + " in the realm " + AdminApi.REALM + ".\n\n  Client ID      "
                + clientId() + "\n  Client secret  " + secret + "\n");
        out.println(application.settings(trial.url(), address, clientId(), secret));
        return 0;
    }

    private AdminApi signIn() throws IOException, InterruptedException {
        String password = Secrets.read(TrialFolder.secrets(trial.folder())).adminPassword();
        AdminApi admin = new AdminApi(trial.url());
        try {
            if (admin.signIn(Secrets.ADMIN, password)) {
                return admin;
            }
        } catch (ConnectException e) {
            throw new UserError(
                    "Nothing answers at " + trial.url() + ": start docker/run first, or name its port with --port.");
        }
        throw new UserError("The password of the administrator has been changed: create the application as"
                + " realm-config/applications/README.md says.");
    }

    private String create(AdminApi admin, ApplicationTemplate application) throws IOException, InterruptedException {
        HttpResponse<String> created = admin.post("/clients", application.client(address, clientId()));
        if (created.statusCode() == AdminApi.EXISTS) {
            throw new UserError("There is already a client " + clientId() + ": choose another name with --client-id.");
        }
        String location = created.headers().firstValue("Location").orElse("");
        JsonNode secret = created.statusCode() == AdminApi.CREATED
                ? admin.get("/clients/" + location.substring(location.lastIndexOf('/') + 1) + "/client-secret")
                        .path("value")
                : MissingNode.getInstance();
        if (!secret.isTextual()) {
            throw new UserError(
                    "Keycloak did not create the client (status " + created.statusCode() + "): " + created.body());
        }
        return secret.textValue();
    }

    /** Reads a client ID with the characters that Encvoy ID allows. */
    private static final class ClientIdConverter implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            if (!value.matches("[A-Za-z0-9_-]{1,255}")) {
                throw new TypeConversionException("may contain only letters, digits, - and _");
            }
            return value;
        }
    }
}
