package com.encvoy.keycloak.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code KEYCLOAK-INTERNALS.md} lists the internal types that the bytecode uses. {@code -Dencvoy.internals.write=true}
 * updates the list; the two last columns are written by hand.
 */
class KeycloakInternalsTest {

    private static final Path FILE = Path.of("KEYCLOAK-INTERNALS.md");
    private static final String HEAD = "| type | used in | risk | what breaks if it goes or changes |";
    private static final String TO_DO = " TODO | TODO |";

    @Test
    void theListIsThatOfTheBytecode() throws IOException {
        Map<String, String> expected = KeycloakInternals.usages();
        if (Boolean.getBoolean("encvoy.internals.write")) {
            write(expected);
        }
        Map<String, String> listed = new LinkedHashMap<>();
        rows().forEach((type, cells) -> listed.put(type, cells.get(0)));

        assertThat(listed).containsExactlyEntriesOf(expected);
    }

    @Test
    void everyRowSaysHowRiskyTheTypeIsAndWhatHangsOnIt() throws IOException {
        assertThat(rows()).allSatisfy((type, cells) -> {
            assertThat(cells.get(1)).as(type).isIn("low", "medium", "high");
            assertThat(cells.get(2)).as(type).hasSizeGreaterThan(10);
        });
    }

    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Files.readAllLines(FILE).stream()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .forEach(cells -> rows.put(cells.get(0).replace("`", ""), cells.subList(1, 4)));
        return rows;
    }

    private static void write(Map<String, String> usages) throws IOException {
        Map<String, List<String>> old = rows();
        String table = usages.entrySet().stream()
                .map(usage -> "| `" + usage.getKey() + "` | " + usage.getValue() + " |"
                        + (old.containsKey(usage.getKey())
                                ? " " + old.get(usage.getKey()).get(1) + " | "
                                        + old.get(usage.getKey()).get(2) + " |"
                                : TO_DO)
                        + "\n")
                .collect(Collectors.joining());
        String text = Files.readString(FILE);
        int begin = text.indexOf(HEAD);
        int end = text.indexOf("\n\n", begin);
        Files.writeString(
                FILE,
                text.substring(0, begin) + HEAD + "\n| --- | --- | --- | --- |\n" + table + text.substring(end + 1));
    }
}
