package com.encvoy.keycloak.themes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The design sheet in the README says what {@code tokens.css} and the frame of mails have. */
class DesignSheetTest {

    private static final Path THEME = Path.of("src/main/resources/theme/encvoy");
    private static final Pattern TOKEN = Pattern.compile("--(encvoy-[a-z-]+): ([^;]+);");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** WCAG 2.2: success criterion 1.4.3 for texts, 1.4.11 for edges and marks. */
    private static final Map<String, Double> NEEDED = Map.of("text", 4.5, "mark", 3.0);

    private static List<List<String>> rows(String first) throws IOException {
        return Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("| `" + first))
                .map(line -> List.of(line.substring(2).replace("`", "").split(" *\\| *")))
                .toList();
    }

    static List<List<String>> contrasts() throws IOException {
        return rows("--encvoy-").stream().filter(row -> row.size() == 5).toList();
    }

    static List<List<String>> contrastsOfMails() throws IOException {
        return rows("#");
    }

    private static Map<String, String> tokens() throws IOException {
        return TOKEN.matcher(Files.readString(THEME.resolve("login/resources/css/tokens.css")))
                .results()
                .collect(Collectors.toMap(token -> "--" + token.group(1), token -> token.group(2)));
    }

    @Test
    void everyTokenStandsInTheSheetWithItsValue() throws IOException {
        Map<String, String> sheet = rows("--encvoy-").stream()
                .filter(row -> row.size() == 3)
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));

        assertThat(sheet).isEqualTo(tokens());
    }

    @ParameterizedTest
    @MethodSource("contrasts")
    void contrastsAreThoseOfTheColours(List<String> row) throws IOException {
        for (int scheme = 0; scheme < 2; scheme++) {
            double contrast = contrast(colour(row.get(0), scheme), colour(row.get(1), scheme));

            assertThat(row.get(2 + scheme)).isEqualTo(String.format(Locale.ROOT, "%.1f", floor(contrast)));
            assertThat(contrast).isGreaterThanOrEqualTo(NEEDED.get(row.get(4)));
        }
    }

    @ParameterizedTest
    @MethodSource("contrastsOfMails")
    void mailsCanBeReadToo(List<String> row) throws IOException {
        double contrast = contrast(row.get(0), row.get(1));

        assertThat(row.get(2)).isEqualTo(String.format(Locale.ROOT, "%.1f", floor(contrast)));
        assertThat(contrast).isGreaterThanOrEqualTo(NEEDED.get("text"));
        assertThat(Files.readString(THEME.resolve("email/html/template.ftl"))).contains(row.get(0), row.get(1));
    }

    private static String colour(String token, int scheme) throws IOException {
        List<String> values = COLOUR.matcher(tokens().get(token))
                .results()
                .map(MatchResult::group)
                .toList();
        return values.get(Math.min(scheme, values.size() - 1));
    }

    /** Contrast is never said to be more than it is. */
    private static double floor(double contrast) {
        return Math.floor(contrast * 10) / 10;
    }

    private static double contrast(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int from) {
        double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
