package com.encvoy.keycloak.dashboard.members;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.MemberRoles;

/** An action on a member, other than changing the role. Each has a page that asks for confirmation. */
enum MemberAction {
    BLOCK("member_blocked"),
    UNBLOCK("member_unblocked"),
    SESSIONS("sessions_ended"),
    REMOVE("member_removed");

    private final String notice;

    MemberAction(String notice) {
        this.notice = notice;
    }

    /** @param word the last part of its address */
    static Optional<MemberAction> named(String word) {
        return Stream.of(values()).filter(action -> action.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message {@code notice.<notice>} says that it was done. */
    String notice() {
        return notice;
    }

    /** Whether the person who does it must authenticate again. */
    boolean isGrave(Member member) {
        return this == REMOVE || (this != SESSIONS && member.role() == ApplicationRole.OWNER);
    }

    Optional<Refusal> apply(MemberRoles roles, UserModel user) {
        return switch (this) {
            case BLOCK -> roles.block(user);
            case UNBLOCK -> roles.unblock(user);
            case SESSIONS -> roles.endSessions(user);
            case REMOVE -> roles.remove(user);
        };
    }
}
