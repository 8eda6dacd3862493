package com.encvoy.keycloak.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.node.PackImage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The blocks of the README that build an image, in a clean copy. */
@WithContainers
@OwnServer
class FrontPageImageIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void theImageIsBuiltAsTheFrontPageSays() throws Exception {
        assumeTrue(answers(), "the command docker is not installed, or no engine answers it");
        CleanCopy copy = CleanCopy.in(folder, Map.of("PATH", commands() + ":" + System.getenv("PATH")));
        List<String> blocks = FrontPage.blocks().stream()
                .filter(block -> block.lines().anyMatch(line -> line.startsWith("docker ")))
                .toList();

        assertThat(blocks).isNotEmpty();
        for (String block : blocks) {
            copy.run("image", block, 0);
        }
    }

    /** A folder with a command docker that adds the arguments with which every test builds the image. */
    private Path commands() throws IOException {
        String arguments = PackImage.arguments().entrySet().stream()
                .map(argument -> " --build-arg " + argument.getKey() + "=" + argument.getValue())
                .collect(Collectors.joining());
        Path commands = Files.createDirectories(folder.resolve("bin"));
        Path docker = Files.writeString(commands.resolve("docker"), """
                #!/bin/sh
                PATH=${PATH#*:}
                exec docker "$@"%s
                """.formatted(arguments));
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        return commands;
    }

    private static boolean answers() throws InterruptedException {
        try {
            return new ProcessBuilder("docker", "info")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
