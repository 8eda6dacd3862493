package com.encvoy.keycloak.application;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/** What mails and pages call a user who may be a stranger to the reader: only what the user shows. */
public final class PublicName {

    private static final String NICKNAME = "nickname";

    private static final int MAX_LENGTH = 80;

    /** Mail programs would turn these into a link to wherever the user likes. */
    private static final Pattern LOOKS_LIKE_LINK = Pattern.compile("[/:@\\p{Cntrl}]|\\.\\S");

    /** These turn the text around them (Unicode Standard Annex 9). */
    private static final Pattern TURNS_TEXT =
            Pattern.compile("[\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private PublicName() {}

    /** @return empty if the user has no name, keeps it private, or it looks like a link */
    public static Optional<String> of(RealmModel realm, UserModel user) {
        ReleasePolicy fields = ReleasePolicy.of(realm, user);
        String name = Stream.of(
                        fields.has("given_name") ? user.getFirstName() : null,
                        fields.has("family_name") ? user.getLastName() : null)
                .filter(StringUtil::isNotBlank)
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return Stream.of(name, fields.has(NICKNAME) ? user.getFirstAttribute(NICKNAME) : null)
                .filter(StringUtil::isNotBlank)
                .map(String::strip)
                .findFirst()
                .filter(shown -> shown.length() <= MAX_LENGTH)
                .filter(shown -> !LOOKS_LIKE_LINK.matcher(shown).find())
                .filter(shown -> !TURNS_TEXT.matcher(shown).find());
    }
}
