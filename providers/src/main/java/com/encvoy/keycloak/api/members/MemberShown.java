package com.encvoy.keycloak.api.members;

import java.util.LinkedHashMap;
import java.util.Map;

import com.encvoy.keycloak.membership.Member;

/** A member as the REST API shows it: what the person lets the application see, and to administrators everything. */
public final class MemberShown {

    private MemberShown() {}

    public static Map<String, Object> of(Member member) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", member.id());
        shown.put("role", member.role() == null ? null : member.role().name());
        shown.put("blocked", member.blocked());
        shown.put("name", member.name());
        shown.put("login", member.login());
        shown.put("email", member.email());
        return shown;
    }
}
