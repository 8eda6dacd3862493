package com.encvoy.keycloak.themes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class StyleSheetsTest {

    private static final List<Path> FOLDERS = List.of(
            Path.of("src/main/resources/theme/encvoy/login/resources/css"),
            Path.of("src/main/resources/theme/encvoy/account/resources/css"),
            Path.of("../providers/src/main/resources/theme-resources/resources/css"));

    static List<Path> styleSheets() throws IOException {
        return FOLDERS.stream()
                .flatMap(StyleSheetsTest::files)
                .filter(file -> file.toString().endsWith(".css"))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Browsers drop a rule inside a rule that was left open, and everything after it, without a word. */
    @ParameterizedTest
    @MethodSource("styleSheets")
    void everyRuleIsClosedBeforeTheNextOneAtItsLevelBegins(Path styleSheet) throws IOException {
        String css = Files.readString(styleSheet).replaceAll("(?s)/\\*.*?\\*/", "");
        int depth = 0;
        for (String line : css.split("\n")) {
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.startsWith("}")) {
                assertThat(depth).as(line).isZero();
            }
            depth += (int) line.chars().filter(c -> c == '{').count();
            depth -= (int) line.chars().filter(c -> c == '}').count();
        }
        assertThat(depth).as("the end").isZero();
    }
}
