package com.encvoy.keycloak.login;

/** Compares pages. */
public final class Pages {

    private Pages() {}

    /** A page without the parts that differ between logins, and without the name that was typed. */
    public static String essence(String source, String typed) {
        // The initial is that of what was typed.
        return source.replace(typed, "{typed}")
                .replaceAll("(encvoy-initials\"[^>]*>)[^<]*", "$1{}")
                .replaceAll("(session_code|tab_id|client_data|execution|challenge)=[^&\"']+", "$1={}")
                .replaceAll("challenge : [^,]+,", "challenge : {},")
                .replaceAll("checkAuthSession\\(\\s*\"[^\"]+\"", "checkAuthSession({})")
                .replaceAll("--encvoy-wait: \\d+|data-seconds=\"\\d+\"", "{wait}");
    }
}
