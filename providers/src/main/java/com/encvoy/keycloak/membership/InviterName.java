package com.encvoy.keycloak.membership;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.ReleasePolicy;

/** What an invitation calls the inviting user, who may be a stranger to the reader: only what the user shows. */
final class InviterName {

    private static final String NICKNAME = "nickname";

    private static final int MAX_LENGTH = 80;

    /** Mail programs would turn these into a link to wherever an inviter likes. */
    private static final Pattern LOOKS_LIKE_LINK = Pattern.compile("[/:@\\p{Cntrl}]|\\.\\S");

    private InviterName() {}

    /** @return empty if the user has no name, keeps it private, or it looks like a link */
    static Optional<String> of(RealmModel realm, UserModel user) {
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
                .filter(shown -> !LOOKS_LIKE_LINK.matcher(shown).find());
    }
}
