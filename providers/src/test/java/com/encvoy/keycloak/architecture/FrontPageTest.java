package com.encvoy.keycloak.architecture;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README is short enough to be read to its end. */
class FrontPageTest {

    private static final int MAX_LINES = 220;
    private static final int MAX_WORDS = 2700;
    private static final int MAX_WORDS_OF_A_SENTENCE = 30;

    private final MarkdownPage page = MarkdownPage.of(Path.of("README.md"));

    FrontPageTest() throws IOException {}

    @Test
    void isShort() {
        assertThat(page.text().lines()).hasSizeLessThanOrEqualTo(MAX_LINES);
        assertThat(words(page.text())).isLessThanOrEqualTo(MAX_WORDS);
    }

    @Test
    void hasNoLongSentence() {
        assertThat(page.sentences())
                .hasSizeGreaterThan(50)
                .allSatisfy(sentence ->
                        assertThat(words(sentence)).as(sentence).isLessThanOrEqualTo(MAX_WORDS_OF_A_SENTENCE));
    }

    @Test
    void itsContentsNameEverySection() {
        String contents = page.text()
                .substring(page.text().indexOf("**Contents:**"), page.text().indexOf("\n## "));

        assertThat(page.anchors(2))
                .isNotEmpty()
                .allSatisfy(section -> assertThat(contents).contains("(#" + section + ")"));
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
