package com.encvoy.keycloak.dashboard.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ProfileRules;

/** The fields of an application's profile, in a form. */
public final class ProfileForm {

    private ProfileForm() {}

    /** The profile as typed; {@link ProfileRules} finds what is wrong with it. */
    public static ApplicationProfile read(Form form, boolean publicClient) {
        return new ApplicationProfile(
                form.text(ProfileRules.NAME),
                form.text(ProfileRules.DESCRIPTION),
                ApplicationProfile.address(form.text(ProfileRules.DOMAIN)),
                form.lines(ProfileRules.REDIRECT_URIS),
                form.lines(ProfileRules.POST_LOGOUT_REDIRECT_URIS),
                publicClient);
    }

    /** The values of the fields for a profile. */
    public static Map<String, String> values(ApplicationProfile profile) {
        Map<String, String> values = new HashMap<>();
        values.put(ProfileRules.NAME, profile.name());
        values.put(ProfileRules.DESCRIPTION, profile.description());
        values.put(
                ProfileRules.DOMAIN,
                profile.domain() == null ? "" : profile.domain().toString());
        values.put(ProfileRules.REDIRECT_URIS, String.join("\n", profile.redirectUris()));
        values.put(ProfileRules.POST_LOGOUT_REDIRECT_URIS, String.join("\n", profile.postLogoutRedirectUris()));
        return values;
    }

    /** An address that is there without and with a slash at its end, which are two addresses. */
    public static Optional<String> withAndWithoutSlash(List<String> uris) {
        Set<String> known = new HashSet<>(uris);
        return uris.stream().filter(uri -> known.contains(uri + "/")).findFirst();
    }
}
