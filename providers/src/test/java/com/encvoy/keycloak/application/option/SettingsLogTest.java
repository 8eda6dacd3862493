package com.encvoy.keycloak.application.option;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsLogTest {

    private static final Logger LOG = Logger.getLogger("com.encvoy.keycloak.settings");

    private final List<String> said = new ArrayList<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(handler);
    }

    @Test
    void saysTheSameOnce() {
        SettingsLog.warn("SettingsLogTest", "a", "1", "2", 3);
        SettingsLog.warn("SettingsLogTest", "a", "1", "2", 3);

        assertThat(said).containsExactly("SettingsLogTest: a must be 2; using 3 instead.");
    }

    @Test
    void saysItAgainOfAnotherPlaceKeyOrValue() {
        SettingsLog.warn("SettingsLogTest one", "a", "1", "2", 3);
        SettingsLog.warn("SettingsLogTest two", "a", "1", "2", 3);
        SettingsLog.warn("SettingsLogTest one", "b", "1", "2", 3);
        SettingsLog.warn("SettingsLogTest one", "a", "4", "2", 3);

        assertThat(said).hasSize(4);
    }

    @Test
    void neverRepeatsTheValueWhichMayBeASecret() {
        SettingsLog.warn("SettingsLogTest", "key", "hunter2", "true or false", "true");

        assertThat(said).singleElement().asString().doesNotContain("hunter2");
    }
}
