package com.encvoy.keycloak.application.editing;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.application.option.ValueForm;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalMessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/com/encvoy/keycloak/application");
    private static final Path MESSAGES =
            Path.of("../themes/src/main/resources/theme/encvoy/login/messages/dashboard-refusals_en.properties");

    /** The code is the second of the texts, or the only one beside the shown address. */
    private static final Pattern CODE =
            Pattern.compile("(?:Refusal\\.of|refused|refusal|refuse)\\(\\s*(?:[\\w.]+|\"\\w*\"),\\s*\"(\\w+)\"");

    @Test
    void everyRefusalHasAMessage() throws IOException {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(ValueForm.Kind.values())
                .map(kind -> ValueForm.of(kind).code())
                .forEach(codes::add);
        for (String room : new String[] {"editing", "picture"}) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
                for (Path file : files.toList()) {
                    CODE.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
                }
            }
        }
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }

        assertThat(codes).contains("uri_https", "picture_kind", "stale", "client_id_taken", "color");
        assertThat(codes).allSatisfy(code -> assertThat(messages).containsKey("refusal." + code));
    }
}
