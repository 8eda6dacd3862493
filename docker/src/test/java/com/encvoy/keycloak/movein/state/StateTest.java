package com.encvoy.keycloak.movein.state;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateTest {

    private final State state = new State("42")
            .with("username", "arthur")
            .with("nickname", null)
            .withMember('r', "abcdefO")
            .withMember('r', "ghijklU");

    @Test
    void isReadAsItWasWritten() {
        State read = State.parse(state.toString());

        assertThat(read.number()).isEqualTo("42");
        assertThat(read.whole()).isEqualTo(state.whole());
        assertThat(read.members('r')).containsExactlyInAnyOrder("abcdefO", "ghijklU");
        assertThat(read.isNews("username", "arthur")).isFalse();
        assertThat(read.isNews("username", "ford")).isTrue();
        assertThat(read.isNews("nickname", ""))
                .as("nothing is the same as an empty value")
                .isFalse();
        assertThat(read.isNews("locale", "de")).as("never brought").isTrue();
    }

    @Test
    void tellsWhatWasChangedHereFromWhatWasBrought() {
        assertThat(state.isAsBrought("username", "arthur")).isTrue();
        assertThat(state.isAsBrought("username", "dent")).isFalse();
        assertThat(state.isAsBrought("locale", "de")).as("never brought").isFalse();
        assertThat(state.isAsBrought("locale", null)).as("never brought").isTrue();
        assertThat(state.knows("locale")).isFalse();
    }

    @Test
    void theWholeChangesWithEachPart() {
        assertThat(new State("43").whole()).isNotEqualTo(new State("42").whole());
        assertThat(new State("42").with("a", "b").whole())
                .isNotEqualTo(new State("42").with("a", "c").whole());
        assertThat(new State("42").withMember('r', "x").whole()).isNotEqualTo(new State("42").whole());
    }

    @Test
    void holdsNoValueAndIsShort() {
        State many = new State("42");
        for (int i = 0; i < 20; i++) {
            many.with("attribute" + i, "secret value " + i);
        }

        assertThat(many.toString()).doesNotContain("secret").hasSizeLessThan(255);
    }

    @Test
    void whatWasEditedByHandIsNoState() {
        assertThat(State.parse(null)).isNull();
        assertThat(State.parse("")).isNull();
        assertThat(State.parse("no state at all")).isNull();
        assertThat(State.parse("0 - -")).isNotNull();
    }
}
