package com.encvoy.keycloak.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the English and the length of lines in every text file of the repository. {@code .words-exceptions} lists the
 * files that are exempt, each with a reason.
 *
 * <p>In Markdown, some long lines need no exception because they cannot be broken: rows of tables, code blocks, and
 * lines that consist of one link or image.
 */
class WordsTest {

    private static final int MAX_COLUMNS = 120;

    /** Words of translated English. Not {@code noBody()}, a method of Java's HTTP client. */
    private static final Pattern WORD =
            Pattern.compile("\\b(?:(?:[Nn]o|[Ss]ome)body|[Ww]hoever|[Ww]hom|[Cc]ounts as)\\b");

    private static final Pattern PICTURE_OR_ARCHIVE = Pattern.compile(".*\\.(?:png|svg|jar)");

    private static final Pattern OTHER_LANGUAGE = Pattern.compile(".*/messages/[\\w-]+_(?!en)\\w+\\.properties");

    private static final Pattern ONE_LINK = Pattern.compile("\\s*(?:[-*>] )?!?\\[[^]]*]\\([^)]*\\)[.,:;]?");

    private enum Rule {
        WORD,
        LENGTH
    }

    private record Finding(Path file, int line, Rule rule, String text) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + text.strip();
        }
    }

    private record Exemption(String glob, Rule rule, String reason) {

        /** A line of the file: path with wildcards, rule and reason, separated by colons between spaces. */
        static Exemption parse(String line) {
            String[] parts = line.split(" : ", 3);
            assertThat(parts).as("path, rule and reason in: " + line).hasSize(3);
            return new Exemption(parts[0], Rule.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
        }

        boolean covers(Finding finding) {
            return finding.rule() == rule
                    && FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(finding.file());
        }
    }

    private static List<Exemption> exemptions;
    private static List<Finding> findings;

    @BeforeAll
    static void readAllFiles() throws IOException, InterruptedException {
        exemptions = Files.readAllLines(RepositoryFiles.ROOT.resolve(".words-exceptions")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Exemption::parse)
                .toList();
        findings = new ArrayList<>();
        for (Path file : RepositoryFiles.all()) {
            if (!PICTURE_OR_ARCHIVE.matcher(file.toString()).matches()) {
                findings.addAll(findingsIn(file));
            }
        }
    }

    @Test
    void noLineHasAWordOfTranslatedEnglish() {
        assertThat(withoutException(Rule.WORD)).isEmpty();
    }

    @Test
    void noLineIsLongerThanAHundredAndTwentyColumns() {
        assertThat(withoutException(Rule.LENGTH)).isEmpty();
    }

    @Test
    void everyExceptionIsStillNeeded() {
        assertThat(exemptions).allSatisfy(exemption -> assertThat(findings).anyMatch(exemption::covers));
    }

    private static Stream<Finding> withoutException(Rule rule) {
        return findings.stream()
                .filter(finding -> finding.rule() == rule)
                .filter(finding -> exemptions.stream().noneMatch(exemption -> exemption.covers(finding)));
    }

    private static List<Finding> findingsIn(Path file) throws IOException {
        byte[] content = Files.readAllBytes(RepositoryFiles.ROOT.resolve(file));
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        boolean isEnglish = !OTHER_LANGUAGE.matcher(file.toString()).matches();
        boolean isMarkdown = file.toString().endsWith(".md");
        boolean isCode = false;
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            isCode ^= isMarkdown && line.strip().startsWith("```");
            if (isEnglish && WORD.matcher(line).find()) {
                found.add(new Finding(file, i + 1, Rule.WORD, line));
            }
            if (line.length() > MAX_COLUMNS && !(isMarkdown && (isCode || isTableOrLink(line)))) {
                found.add(new Finding(file, i + 1, Rule.LENGTH, line));
            }
        }
        return found;
    }

    private static boolean isTableOrLink(String line) {
        return line.strip().startsWith("|") || ONE_LINK.matcher(line).matches();
    }
}
