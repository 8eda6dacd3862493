package com.encvoy.keycloak.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every link of the documentation to another place in the repository leads somewhere. */
class LinksTest {

    /** Other hosts, and the pages of GitHub about the builds of this repository. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?:https?:|mailto:|\\.\\./\\.\\./actions).*");

    private static final Set<Path> FILES = new HashSet<>();
    private static final Set<Path> FOLDERS = new HashSet<>();
    private static final Map<Path, MarkdownPage> PAGES = new HashMap<>();

    @BeforeAll
    static void readAllPages() throws IOException, InterruptedException {
        for (Path file : RepositoryFiles.all()) {
            FILES.add(file);
            for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
                FOLDERS.add(folder);
            }
            if (file.toString().endsWith(".md")) {
                PAGES.put(file, MarkdownPage.of(file));
            }
        }
    }

    @Test
    void everyRelativeLinkLeadsToAFileOfTheRepositoryAndToOneOfItsHeadings() {
        List<String> broken = new ArrayList<>();
        PAGES.forEach((file, page) -> page.targets().stream()
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .forEach(target ->
                        problem(file, target).ifPresent(problem -> broken.add(file + ": " + target + ": " + problem))));

        assertThat(PAGES).hasSizeGreaterThan(15);
        assertThat(broken).isEmpty();
    }

    private static Optional<String> problem(Path file, String target) {
        String[] parts = target.split("#", 2);
        Path place = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!FILES.contains(place) && !FOLDERS.contains(place)) {
            return Optional.of("there is no such file");
        }
        if (parts.length == 1) {
            return Optional.empty();
        }
        MarkdownPage page = PAGES.get(FOLDERS.contains(place) ? place.resolve("README.md") : place);
        return page != null && page.anchors(0).contains(parts[1])
                ? Optional.empty()
                : Optional.of("there is no such heading");
    }
}
