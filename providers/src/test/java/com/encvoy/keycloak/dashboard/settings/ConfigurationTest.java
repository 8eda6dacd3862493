package com.encvoy.keycloak.dashboard.settings;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

class ConfigurationTest {

    @Test
    void paragraphsAndCodeBecomeBlocks() {
        List<Map<String, Object>> blocks = Configuration.blocks("""
                Enter this in `sentry.conf.py`
                under *Settings*:

                ```python
                A = "1"

                B = "2"
                ```

                Then restart.
                """);

        assertThat(blocks).hasSize(3);
        assertThat(blocks.get(0).get("text"))
                .asInstanceOf(LIST)
                .containsExactly(
                        Map.of("kind", "plain", "text", "Enter this in "),
                        Map.of("kind", "code", "text", "sentry.conf.py"),
                        Map.of("kind", "plain", "text", " under "),
                        Map.of("kind", "emphasis", "text", "Settings"),
                        Map.of("kind", "plain", "text", ":"));
        assertThat(blocks.get(1)).isEqualTo(Map.of("code", "A = \"1\"\n\nB = \"2\""));
        assertThat(blocks.get(2)).containsKey("text");
    }

    @Test
    void codeThatIsNotClosedIsShownToo() {
        assertThat(Configuration.blocks("```\nsecret = 1")).containsExactly(Map.of("code", "secret = 1"));
    }
}
