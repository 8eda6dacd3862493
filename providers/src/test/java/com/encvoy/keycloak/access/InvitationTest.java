package com.encvoy.keycloak.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class InvitationTest {

    private static final Invitation STORED = new Invitation("1f", "ada@example.com", 100, 160, "grace-id");

    @Test
    void aNewInvitationLastsAsLongAsItIsTold() {
        long before = Time.currentTimeMillis() / 1000;

        Invitation invitation = Invitation.create("ada@example.com", 60, "grace-id");

        assertThat(invitation.created()).isBetween(before, before + 60);
        assertThat(invitation.expires() - invitation.created()).isEqualTo(60);
        assertThat(invitation.email()).isEqualTo("ada@example.com");
        assertThat(invitation.invitedBy()).isEqualTo("grace-id");
        assertThat(invitation.id())
                .hasSize(36)
                .isNotEqualTo(
                        Invitation.create("ada@example.com", 60, "grace-id").id());
    }

    @Test
    void isOpenUntilTheSecondInWhichItExpires() {
        assertThat(Invitation.create("ada@example.com", 60, "grace-id").isOpen())
                .isTrue();
        assertThat(Invitation.create("ada@example.com", 0, "grace-id").isOpen()).isFalse();
        assertThat(STORED.isOpen()).isFalse();
    }

    @Test
    void isReadAsItIsStored() {
        assertThat(STORED.serialize()).isEqualTo("1f 100 160 grace-id");
        assertThat(Invitation.parse("ada@example.com", STORED.serialize())).contains(STORED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1f",
                "1f 100 160",
                "1f 100 160 grace-id more",
                "1f  100 160 grace-id",
                "1f soon 160 grace-id",
                "1f 100 later grace-id",
                "1f 100 9223372036854775808 grace-id"
            })
    void aValueThatIsNoneIsNotRead(String value) {
        assertThat(Invitation.parse("ada@example.com", value)).isEmpty();
    }

    @Test
    void isShownWithEncvoysNames() {
        assertThat(STORED.representation())
                .containsExactly(
                        entry("id", "1f"),
                        entry("email", "ada@example.com"),
                        entry("created_at", 100L),
                        entry("expires_at", 160L),
                        entry("invited_by", "grace-id"));
    }

    @Test
    void aDeclinedOneAdmitsNoOneAndSaysWhen() {
        Invitation declined =
                Invitation.create("ada@example.com", 60, "grace-id").declinedNow();

        assertThat(declined.isOpen()).isFalse();
        assertThat(declined.isExpired()).isFalse();
        assertThat(declined.serialize()).endsWith(" grace-id " + declined.declined());
        assertThat(Invitation.parse("ada@example.com", declined.serialize())).contains(declined);
        assertThat(declined.representation()).containsEntry("declined_at", declined.declined());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1"})
    void aFifthPartAlwaysMeansDeclined(String declined) {
        assertThat(Invitation.parse("ada@example.com", "1f 100 9999999999 grace-id " + declined))
                .hasValueSatisfying(
                        invitation -> assertThat(invitation.isOpen()).isFalse());
    }
}
