package com.encvoy.keycloak.movein;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.movein.EncvoyId.Answer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A realm into which an Encvoy ID with every trap of a move has moved: after a report and decisions of a person, by a
 * command that was killed in the middle and run again. Made once for all tests.
 */
final class MovedRealm {

    static final String NAME = "moved";
    static final String CLOSED = "closed-00000000000000";

    /** More people, numbered from 1001. */
    static final int CROWD = 2000;

    /** What the person in charge decides in place of the proposals. */
    private static final Map<String, String> DECISIONS = Map.of(
            "person/20/email",
            "=second-twin@example.com",
            "person/22/login",
            "=A.B",
            "person/30/login",
            "leave out",
            "application/" + Wiki.ID + "/redirect_uris/3",
            "=https://wiki.example.com/second");

    private static MovedRealm only;
    private static boolean tried;

    private final TestServer server;
    private final EncvoyId encvoy = new EncvoyId("move-in");
    private final Path jwks = encvoy.key().writeTo(Pack.target().resolve("move-in-jwks.json"));
    private final Path log = Pack.target().resolve("move-in.log");
    private final List<Answer> answers = new ArrayList<>();

    private TestRealm realm;
    private RealmRepresentation settings;

    private MovedRealm(TestServer server) {
        this.server = server;
    }

    /** The one of this server; after a failure every other test fails at once instead of trying again. */
    static synchronized MovedRealm on(TestServer server) {
        if (!tried) {
            tried = true;
            MovedRealm made = new MovedRealm(server);
            try {
                made.moveIn();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            only = made;
        }
        if (only == null) {
            throw new IllegalStateException("the move has failed in an earlier test");
        }
        return only;
    }

    private void moveIn() throws IOException, InterruptedException {
        encvoy.execute("INSERT INTO \"User\" (id, login, email, given_name, family_name, hashed_password)"
                + " SELECT n, 'crowd' || n, 'crowd' || n || '@example.com', 'C', 'Rowd', '"
                + EncvoyId.bcrypt(EncvoyId.PASSWORD) + "' FROM generate_series(1001, " + (1000 + CROWD) + ") n");
        UserRepresentation taken = new UserRepresentation();
        taken.setId("21");
        taken.setUsername("taken");
        TestRealm.copy(server, "moved-before", copy -> copy.setUsers(List.of(taken)));
        realm = TestRealm.copy(server, NAME, copy -> copy.setSmtpServer(Map.of()));
        RealmRepresentation before = realm.admin().toRepresentation();
        run();
        run("--apply", "--json");
        assertThat(realm.admin().users().count()).isZero();
        assertThat(realm.admin().toRepresentation().getAttributes()).isEqualTo(before.getAttributes());
        decide();

        killInTheMiddle(() -> realm.admin().users().count() >= 100);
        assertThat(realm.admin().users().count()).isLessThan(CROWD);
        Answer again = run("--apply");

        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
        assertThat(realm.admin().users().count()).isEqualTo(CROWD + EncvoyId.PEOPLE - 1);
        settings = realm.admin().toRepresentation();
        RealmRepresentation reachable = realm.admin().toRepresentation();
        reachable.setSmtpServer(
                TestRealm.imported(server).admin().toRepresentation().getSmtpServer());
        realm.admin().update(reachable);
    }

    /** Edits the file as a person would. */
    private void decide() throws IOException {
        ObjectNode file = (ObjectNode)
                JsonSerialization.mapper.readTree(encvoy.decisions().toFile());
        file.path("conflicts")
                .properties()
                .forEach(conflict -> ((ObjectNode) conflict.getValue())
                        .put("decision", DECISIONS.getOrDefault(conflict.getKey(), "ok")));
        ((ObjectNode) file.path("applications").path(CLOSED)).put("issuer", "root");
        Files.writeString(encvoy.decisions(), file.toPrettyString());
    }

    /** Runs the command with its pictures and keys. */
    Answer run(String... more) {
        Answer answer = encvoy.move(server, NAME, options(more));
        answers.add(answer);
        return answer;
    }

    private String[] options(String... more) {
        List<String> options =
                new ArrayList<>(List.of("--pictures", encvoy.pictures().toString(), "--jwks", jwks.toString()));
        options.addAll(Arrays.asList(more));
        return options.toArray(String[]::new);
    }

    /** Starts the command as a process, and kills it as soon as something is so. */
    void killInTheMiddle(Callable<Boolean> point) throws InterruptedException {
        Process process = encvoy.start(server, NAME, log, options("--apply"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .failFast("it ended by itself, see target/move-in.log", () -> !process.isAlive())
                .until(point);
        process.destroyForcibly().waitFor();
    }

    /** Of the runs so far: a report, one without decisions, and the one that brought all. */
    List<Answer> answers() {
        return answers;
    }

    /** What the process that was killed has printed. */
    Path log() {
        return log;
    }

    EncvoyId encvoy() {
        return encvoy;
    }

    TestServer server() {
        return server;
    }

    TestRealm realm() {
        return realm;
    }

    /** Settings of the realm as the move left them. */
    RealmRepresentation settings() {
        return settings;
    }

    UserRepresentation person(String id) {
        return realm.admin().users().get(id).toRepresentation();
    }

    List<CredentialRepresentation> credentials(String id) {
        return realm.admin().users().get(id).credentials();
    }

    Wiki wiki() {
        return new Wiki(server, realm);
    }
}
