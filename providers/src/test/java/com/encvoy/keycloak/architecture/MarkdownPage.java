package com.encvoy.keycloak.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, read as GitHub reads it. */
final class MarkdownPage {

    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+?) *#*");
    private static final Pattern INLINE_CODE = Pattern.compile("(`+)(?!`).+?(?<!`)\\1(?!`)", Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile("]\\(\\s*<?([^)\\s>]+)|(?:src|srcset|href)=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|\\d+\\.) +(.*)");
    private static final Pattern NOT_IN_ANCHORS =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", Pattern.UNICODE_CHARACTER_CLASS);

    private final String text;
    private final List<String> lines = new ArrayList<>();

    private MarkdownPage(String text) {
        this.text = text;
        boolean isCode = false;
        for (String line : text.lines().toList()) {
            boolean fence = line.strip().startsWith("```");
            if (!isCode && !fence) {
                lines.add(line);
            }
            isCode ^= fence;
        }
    }

    /** @param file relative to the root of the repository */
    static MarkdownPage of(Path file) throws IOException {
        return new MarkdownPage(Files.readString(RepositoryFiles.ROOT.resolve(file), StandardCharsets.UTF_8));
    }

    String text() {
        return text;
    }

    /** The addresses of links and pictures outside code, in their order. */
    List<String> targets() {
        String prose = INLINE_CODE.matcher(String.join("\n", lines)).replaceAll("");
        return TARGET.matcher(prose)
                .results()
                .map(target -> target.group(1) == null ? target.group(2) : target.group(1))
                .toList();
    }

    /** The anchors of the headings of a level, or of all levels if it is 0. A repeated heading gets a number. */
    Set<String> anchors(int level) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new LinkedHashSet<>();
        for (String line : lines) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = anchor(heading.group(1));
                int earlier = seen.merge(anchor, 1, Integer::sum) - 1;
                if (level == 0 || line.startsWith("#".repeat(level) + " ")) {
                    anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
                }
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        String words = LINK.matcher(heading).replaceAll("$1").toLowerCase(Locale.ROOT);
        return NOT_IN_ANCHORS.matcher(words).replaceAll("").replace(' ', '-');
    }

    /** The sentences of paragraphs and lists, without headings, tables, pictures, code and the table of contents. */
    List<String> sentences() {
        return paragraphs().stream()
                .filter(paragraph -> !paragraph.startsWith("**Contents:**"))
                .map(paragraph -> LINK.matcher(paragraph).replaceAll("$1").replace("*", ""))
                .flatMap(paragraph -> Stream.of(paragraph.split("(?<=[.!?])\\s+")))
                .toList();
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : lines) {
            String words = line.strip();
            var item = ITEM.matcher(words);
            if (item.matches() || !isProse(words)) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            if (item.matches()) {
                paragraph.append(item.group(1));
            } else if (isProse(words)) {
                paragraph.append(' ').append(words);
            }
        }
        paragraphs.add(paragraph.toString());
        return paragraphs.stream()
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static boolean isProse(String line) {
        return !line.isEmpty()
                && !line.startsWith("|")
                && !line.startsWith("#")
                && !line.startsWith("![")
                && !line.startsWith("[![");
    }
}
