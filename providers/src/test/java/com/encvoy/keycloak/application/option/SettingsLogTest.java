package com.encvoy.keycloak.application.option;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.memory.LogLines;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsLogTest {

    private final LogLines log = LogLines.of("com.encvoy.keycloak.settings");

    @AfterEach
    void leave() {
        log.close();
    }

    @Test
    void saysTheSameOnce() {
        SettingsLog.warn("SettingsLogTest", "a", "1", "2", 3);
        SettingsLog.warn("SettingsLogTest", "a", "1", "2", 3);

        assertThat(log.lines()).singleElement().asString().endsWith("SettingsLogTest: a must be 2; using 3 instead.");
    }

    @Test
    void saysItAgainOfAnotherPlaceKeyOrValue() {
        SettingsLog.warn("SettingsLogTest one", "a", "1", "2", 3);
        SettingsLog.warn("SettingsLogTest two", "a", "1", "2", 3);
        SettingsLog.warn("SettingsLogTest one", "b", "1", "2", 3);
        SettingsLog.warn("SettingsLogTest one", "a", "4", "2", 3);

        assertThat(log.lines()).hasSize(4);
    }

    @Test
    void neverRepeatsTheValueWhichMayBeASecret() {
        SettingsLog.warn("SettingsLogTest", "key", "hunter2", "true or false", "true");

        assertThat(log.lines()).singleElement().asString().doesNotContain("hunter2");
    }

    @Test
    void namesAnOptionWhoseValueIsNotAllowed() {
        new IntegerOption("length", "Label", "Help.", 6, 4, 8).read("9", "SettingsLogTest");
        new IntegerOption("length", "Label", "Help.", 6, 4, 8).read("8", "SettingsLogTest");
        new IntegerOption("length", "Label", "Help.", 6, 4, 8).read("", "SettingsLogTest");
        Flag.read("yes", "SettingsLogTest", "switch", true);
        Flag.read("true", "SettingsLogTest", "switch", true);

        assertThat(log.lines())
                .containsExactly(
                        "WARN SettingsLogTest: length must be a whole number from 4 to 8; using 6 instead.",
                        "WARN SettingsLogTest: switch must be true or false; using true instead.");
    }
}
