package com.encvoy.keycloak.movein;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import com.encvoy.keycloak.admin.AdminClient;
import com.encvoy.keycloak.admin.AdminErrors;
import com.encvoy.keycloak.admin.AdminException;
import com.encvoy.keycloak.admin.AdminOptions;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.command.UsageErrors;
import com.encvoy.keycloak.movein.decision.DecisionFile;
import com.encvoy.keycloak.movein.decision.Decisions;
import com.encvoy.keycloak.movein.realm.Outcome;
import com.encvoy.keycloak.movein.realm.PeopleHere;
import com.encvoy.keycloak.movein.realm.TargetRealm;
import com.encvoy.keycloak.movein.realm.Writer;
import com.encvoy.keycloak.movein.source.EncvoyDatabase;
import com.encvoy.keycloak.movein.source.SourceException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code docker/encvoy move-in}. */
@Command(
        name = "move-in",
        sortOptions = false,
        descriptionHeading = "%n",
        description = "Reads the database of Encvoy ID (backend 1.0.10) in one read-only snapshot and reports what"
                + " would become of its people and applications in a realm. Writes the conflicts that you have to"
                + " decide to a file. With --apply, it brings people and applications; each further run brings what"
                + " has changed since.",
        optionListHeading = "%n",
        footer = {
            "",
            "The password of the database is read from $" + SourceOptions.PASSWORD + ", from a file, or from a prompt."
                    + " The file of decisions holds names and addresses, but no secret; only its owner may read it.",
            "",
            "Exit code: 0 done, or no conflict is open, 1 a conflict is open or something was refused, 2 the command"
                    + " line was wrong, 3 the database or the server cannot be reached."
        },
        exitCodeOnInvalidInput = AdminErrors.WRONG_COMMAND)
public final class MoveInCommand implements Callable<Integer> {

    @Mixin
    private final SourceOptions source;

    @Mixin
    private final AdminOptions admin;

    @Option(names = "--realm", paramLabel = "NAME", required = true, description = "realm to bring them into")
    private String realm;

    @Option(
            names = "--apply",
            description = "bring people and applications; without it, nothing is written to the server")
    private boolean apply;

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "file with conflicts and decisions, default ${DEFAULT-VALUE}")
    private Path decisionFile = Path.of("move-in-decisions.json");

    @Option(names = "--accept-proposals", description = "accept the proposal for each open conflict")
    private boolean acceptsProposals;

    @Mixin
    private final MoveInOptions options = new MoveInOptions();

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private MoveInCommand(Map<String, String> environment) {
        this.source = new SourceOptions(environment);
        this.admin = new AdminOptions(environment);
    }

    /** @param environment the variables of the process */
    public static CommandLine commandLine(Map<String, String> environment) {
        return UsageErrors.commandLine(new MoveInCommand(environment)).setExecutionExceptionHandler(new AdminErrors());
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            AdminClient client = admin.client();
            MoveInSettings settings = options.settings(client, realm, admin.server());
            TargetRealm target = TargetRealm.read(client.realm(realm), settings.address());
            try (EncvoyDatabase database = source.open()) {
                return move(database, client, target, settings);
            }
        } catch (SourceException e) {
            err.println(e.getMessage());
            return AdminErrors.UNREACHABLE;
        } catch (AdminException e) {
            err.println("What was brought so far stays; run the command again to continue.");
            throw e;
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A file cannot be read or written (" + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private int move(EncvoyDatabase database, AdminClient client, TargetRealm target, MoveInSettings settings)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        if (!target.hasPack()) {
            err.println("The realm lacks the client scope encvoy: install the pack in the realm first, otherwise"
                    + " applications get different tokens than from Encvoy ID.");
            return AdminErrors.REFUSED;
        }
        DecisionFile file = new DecisionFile(decisionFile);
        Decisions decisions = file.read(acceptsProposals);
        AdminRealm there = client.realm(realm);
        PeopleHere here = Survey.whoIsThere(client, there, database, err);
        Survey survey = new Survey(database, target, here, decisions, settings);
        survey.people(new Progress(err, "People of Encvoy ID read", database.count("FROM \"User\"")));
        file.write(decisions);
        Report report = new Report(survey, decisions, database.missing());
        boolean open = !decisions.open().isEmpty();
        decisions.unused().keySet().forEach(key -> err.println("The decision about " + key + " matches no conflict."));
        if (!json) {
            report.print(out);
        }
        Outcome outcome = null;
        if (apply && !open) {
            Writer writer = new Writer(
                    there, target, here, survey.facts().defaultRole(), settings.address(), settings.withPictures());
            outcome = new Move(database, survey, here, writer, settings, err).run();
        }
        if (json) {
            out.println(report.json(outcome).toString());
        } else if (outcome != null) {
            report.print(out, outcome);
        }
        err.println((open && apply ? "Nothing was written to the server: " : "")
                + (open ? decisions.open().size() + " conflicts need a decision in " : "The decisions are in ")
                + decisionFile + ".");
        err.println("The database and jwks.json hold secrets in clear text; protect each copy like a password.");
        return open || (outcome != null && !outcome.failures().isEmpty()) ? AdminErrors.REFUSED : AdminErrors.DONE;
    }
}
