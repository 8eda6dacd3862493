package com.encvoy.keycloak.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the repository, relative to its root. */
final class RepositoryFiles {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Folders of builds, servers and editors, for a copy without git. */
    private static final Set<String> UNTRACKED =
            Set.of("target", ".git", ".encvoy", ".idea", ".vscode", ".settings", "node_modules");

    private RepositoryFiles() {}

    /** The files that git tracks or would add. An exported copy has no git: all files except build results. */
    static List<Path> all() throws IOException, InterruptedException {
        Optional<List<Path>> tracked = Files.exists(ROOT.resolve(".git")) ? trackedByGit() : Optional.empty();
        return tracked.isPresent() ? tracked.get() : withoutGit();
    }

    /** Empty if git is not installed or refuses to read this folder. */
    private static Optional<List<Path>> trackedByGit() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                return Optional.empty();
            }
            return Optional.of(Stream.of(names.split("\0"))
                    .distinct()
                    .map(Path::of)
                    .filter(file -> Files.isRegularFile(ROOT.resolve(file)))
                    .toList());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Path> withoutGit() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return UNTRACKED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(ROOT.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
