package com.encvoy.keycloak.application.editing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import com.encvoy.keycloak.application.registration.ApplicationAddress;

/** The rules for a profile: the one place for them, for the REST API and the dashboard alike. */
public final class ProfileRules {

    public static final String NAME = "name";
    public static final String DESCRIPTION = "description";
    public static final String DOMAIN = "domain";
    public static final String REDIRECT_URIS = "redirect_uris";
    public static final String POST_LOGOUT_REDIRECT_URIS = "post_logout_redirect_uris";

    static final int NAME_LENGTH = 50;
    static final int DESCRIPTION_LENGTH = 255;

    /** The maximum number of addresses in each list. */
    static final int MAX_LINES = 50;

    /** Control characters, those that turn the following text, and halves of characters, which no database keeps. */
    static final String UNPRINTABLE = "\\p{Cc}\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E"
            + "\\u2060-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0\\x{E0000}-\\x{E007F}\\p{Cs}";

    /** Also of variables, which Keycloak would replace, and of HTML. */
    private static final Pattern NO_NAME = Pattern.compile("[" + UNPRINTABLE + "<>]|\\$\\{");

    /** A name of nothing but joiners and marks cannot be seen. */
    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    private static final Pattern NO_DESCRIPTION = Pattern.compile("[" + UNPRINTABLE + "&&[^\\n\\r]]|\\$\\{");

    private final List<Refusal> refusals = new ArrayList<>();

    private ProfileRules() {}

    /** Why a new application cannot have this profile; empty if it can. */
    public static List<Refusal> refusals(ApplicationProfile profile) {
        List<Refusal> refusals = refusals(profile, new ApplicationProfile("", "", null, List.of(), List.of(), false));
        if (profile.redirectUris().isEmpty()) {
            refusals.add(Refusal.of(REDIRECT_URIS, "required", "At least one redirect URI is required."));
        }
        return refusals;
    }

    /**
     * Why an application cannot be changed to this profile; empty if it can.
     *
     * @param current what the application has, which it may keep
     */
    public static List<Refusal> refusals(ApplicationProfile profile, ApplicationProfile current) {
        ProfileRules rules = new ProfileRules();
        if (!profile.name().equals(current.name()) || profile.name().isEmpty()) {
            rules.text(NAME, profile.name(), NAME_LENGTH, NO_NAME);
        }
        if (!profile.description().equals(current.description())) {
            rules.text(DESCRIPTION, profile.description(), DESCRIPTION_LENGTH, NO_DESCRIPTION);
        }
        if (profile.domain() != null && !Objects.equals(profile.domain(), current.domain())) {
            rules.domain(profile.domain().toString());
        }
        rules.uris(REDIRECT_URIS, profile.redirectUris(), current.redirectUris());
        if (!profile.postLogoutRedirectUris().equals(List.of(PostLogoutUris.NONE))) {
            rules.uris(POST_LOGOUT_REDIRECT_URIS, profile.postLogoutRedirectUris(), current.postLogoutRedirectUris());
        }
        return rules.refusals;
    }

    private void text(String field, String text, int length, Pattern forbidden) {
        if (field.equals(NAME) && !VISIBLE.matcher(text).find()) {
            refusals.add(Refusal.of(field, "required", "The name is required."));
        } else if (text.length() > length) {
            refusals.add(Refusal.of(
                    field, "too_long", "The " + field + " must have at most " + length + " characters.", length));
        } else if (forbidden.matcher(text).find()) {
            refusals.add(Refusal.of(
                    field,
                    "characters",
                    "The " + field + " must not contain <, >, ${, line breaks or invisible characters."));
        }
    }

    private void domain(String address) {
        if (address.length() > RedirectUri.MAX_LENGTH
                || ApplicationAddress.parse(address).isEmpty()) {
            refusals.add(Refusal.of(
                    DOMAIN,
                    "address",
                    "The address must be an https address, such as https://wiki.example.com, without ? and #."));
        }
    }

    private void uris(String field, List<String> uris, List<String> current) {
        if (uris.size() > Math.max(MAX_LINES, current.size())) {
            refusals.add(
                    Refusal.of(field, "too_many", "There must be at most " + MAX_LINES + " addresses.", MAX_LINES));
            return;
        }
        Set<String> known = new HashSet<>();
        for (String uri : uris) {
            if (!known.add(uri)) {
                refusals.add(Refusal.of(field, "duplicate", "An address is listed twice: " + uri + ".", uri));
            } else if (!current.contains(uri)) {
                new RedirectUri(uri).refusal(field).ifPresent(refusals::add);
            }
        }
    }
}
