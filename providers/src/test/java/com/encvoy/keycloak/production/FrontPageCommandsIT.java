package com.encvoy.keycloak.production;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.node.KeycloakProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every block of commands of the README in a clean copy, as it stands, and the steps that restrict and brand the
 * application of the trial; {@link FrontPageImageIT} has the commands of containers. Only if another program listens on
 * the port of the trial does {@code docker/run} get one more option.
 */
@OwnServer
@WithDistribution
class FrontPageCommandsIT {

    private static final String START = "docker/run";
    private static final String INSTALL = "docker/encvoy install";

    /** A realm without the pack, into which it is installed. */
    private static final String BARE = "bare";

    private static final int USUAL_PORT = 8080;

    private final int port = isFree(USUAL_PORT) ? USUAL_PORT : KeycloakProcess.freePort();
    private final URI url = URI.create("http://localhost:" + port);

    private CleanCopy copy;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void everyBlockWorksAndTheTrialKeepsItsSettings() throws Exception {
        copy = CleanCopy.in(folder, Map.of("KEYCLOAK_URL", url.toString(), "REALM", BARE));
        List<String> blocks = FrontPage.blocks();
        assertThat(blocks).containsOnlyOnce(START).hasSizeGreaterThan(3);

        SentrySettings settings = tryIt(blocks);
        for (String block : blocks) {
            if (!block.startsWith(START) && !block.startsWith(INSTALL)) {
                copy.run("block-" + blocks.indexOf(block), withoutContainers(block), 0);
            }
        }
        aRestartKeeps(settings);
    }

    /** With the blocks that need a running server. */
    private SentrySettings tryIt(List<String> blocks) throws Exception {
        try (RunningTrial trial = new RunningTrial(copy.start("trial", onPort(START)), copy.log("trial"), url)) {
            trial.awaitReady();
            Path log = copy.root().resolve(".encvoy/keycloak.log");
            assertThat(trial.printed())
                    .contains("pip install sentry-auth-oidc")
                    .contains("Realm 'encvoy' has no mail server: codes cannot be sent, and registration does not "
                            + "verify e-mail addresses")
                    .contains(log.toString())
                    .doesNotContain("KC-SERVICES");
            assertThat(log).content().contains("KC-SERVICES");
            SentrySettings settings = trial.signInAtSentry();
            logIn(trial.administratorsPassword());
            kcadm("add-roles -r encvoy --uusername demo --cclientid sentry --rolename OWNER");
            new FirstSteps(url, trial.demosPassword()).restrictAndBrand();
            createsAnApplicationOnce(only(blocks, START + " "));
            keycloaksOwnCommandCreatesOneFromATemplate();
            installsIntoARealmThatExists(only(blocks, INSTALL), trial.administratorsPassword());
            return settings;
        }
    }

    private void createsAnApplicationOnce(String block) throws Exception {
        String printed = copy.run("application", onPort(block), 0);
        assertThat(printed).contains("auth_url = " + url + "/api/oidc/auth", "client_id = grafana");
        assertThat(token("grafana", RunningTrial.find(printed, "(?m)^client_secret = (\\S+)$")))
                .contains("invalid_grant");
        assertThat(token("grafana", "another-secret")).contains("invalid_client");

        assertThat(copy.run("again", onPort(block), 1))
                .isEqualToIgnoringNewLines("There is already a client grafana: choose another name with --client-id.");
    }

    private void logIn(String password) throws Exception {
        kcadm("config credentials --server " + url + " --realm master --user admin --password '" + password + "'");
    }

    private void keycloaksOwnCommandCreatesOneFromATemplate() throws Exception {
        Path filledIn = Files.writeString(
                folder.resolve("gitlab.json"),
                Pack.application("gitlab").replace("${APPLICATION_URL}", "https://git.example.com"));
        String id = kcadm("create clients -r encvoy -f " + filledIn + " -i").strip();
        String secret =
                RunningTrial.find(kcadm("get clients/" + id + "/client-secret -r encvoy"), "\"value\" : \"(\\S+)\"");
        assertThat(token("gitlab", secret)).contains("invalid_grant");
    }

    private void installsIntoARealmThatExists(String block, String password) throws Exception {
        kcadm("create realms -s enabled=true -s realm=" + BARE);

        copy.with("KC_CLI_PASSWORD", password).run("install", block, 0);

        assertThat(kcadm("get realms/" + BARE)).contains("encvoy.installation");
    }

    private String kcadm(String arguments) throws Exception {
        return copy.run(
                "kcadm",
                ".encvoy/keycloak-" + Pack.keycloakVersion() + "/bin/kcadm.sh " + arguments + " --config "
                        + folder.resolve("kcadm.config") + " 2>/dev/null",
                0);
    }

    /** With the command behind {@code docker/run}, as everything is built. */
    private void aRestartKeeps(SentrySettings settings) throws Exception {
        String command =
                "exec \"$JAVA_HOME/bin/java\" -jar docker/target/encvoy-keycloak-distribution.jar --port " + port;
        try (RunningTrial again = new RunningTrial(copy.start("restart", command), copy.log("restart"), url)) {
            again.awaitReady();
            assertThat(again.signInAtSentry()).isEqualTo(settings);
        }
    }

    /** The error of the token endpoint for an invalid code: it names the first problem. */
    private String token(String clientId, String secret) {
        return new Application(url + "/api/oidc", true, clientId, secret)
                .token("authorization_code", Map.of("code", "none", "redirect_uri", "https://example.com"))
                .text("error");
    }

    private String onPort(String block) {
        return port == USUAL_PORT ? block : block + " --port " + port;
    }

    private static String withoutContainers(String block) {
        return block.lines().filter(line -> !line.startsWith("docker ")).collect(Collectors.joining("\n"));
    }

    private static String only(List<String> blocks, String start) {
        List<String> found =
                blocks.stream().filter(block -> block.startsWith(start)).toList();
        assertThat(found).as(start).hasSize(1);
        return found.get(0);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
