package com.encvoy.keycloak.dashboard.members;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.keycloak.models.UserModel;

import com.encvoy.keycloak.membership.Member;

/** What pages show of a member: what the viewer may see, as {@link Member} says. */
final class ShownMember {

    private final Member member;
    private final UserModel viewer;

    ShownMember(Member member, UserModel viewer) {
        this.member = member;
        this.viewer = viewer;
    }

    Map<String, Object> model() {
        Map<String, Object> shown = new HashMap<>();
        shown.put("path", path(member));
        // Absent if the viewer may see none of them.
        shown.put(
                "name",
                Stream.of(member.name(), member.login(), member.email())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        shown.put("login", member.login());
        shown.put("email", member.email());
        shown.put("role", member.role() == null ? null : member.role().name());
        shown.put("blocked", member.blocked());
        shown.put("you", member.id().equals(viewer.getId()));
        return shown;
    }

    /** The page of a member, below the application. Ids of people in other directories are no UUIDs. */
    static String path(Member member) {
        return "members/"
                + URLEncoder.encode(member.id(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
