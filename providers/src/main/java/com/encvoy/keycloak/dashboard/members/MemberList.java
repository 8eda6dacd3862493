package com.encvoy.keycloak.dashboard.members;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.Members;

/** The lists of the people of an application, in the order in which the page offers them. */
enum MemberList {
    OWNERS(ApplicationRole.OWNER),
    EDITORS(ApplicationRole.EDITOR),
    USERS(ApplicationRole.USER),
    BLOCKED(null);

    private final ApplicationRole role;

    MemberList(ApplicationRole role) {
        this.role = role;
    }

    /** @return the ordinary members for an unknown name */
    static MemberList named(String name) {
        return Stream.of(values())
                .filter(list -> list.word().equals(name))
                .findFirst()
                .orElse(USERS);
    }

    /** The word that stands for it in addresses and in templates. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Member> page(Members members, int first, int max) {
        return role == null ? members.blocked(first, max) : members.page(role, first, max);
    }
}
