package com.encvoy.keycloak.movein;

import com.encvoy.keycloak.movein.mapping.Tally;
import com.encvoy.keycloak.movein.source.EncvoyDatabase;

/** Data of an Encvoy ID that has no counterpart in Keycloak, counted in its database. */
final class Remains {

    private final EncvoyDatabase source;
    private final Tally tally;

    Remains(EncvoyDatabase source, Tally tally) {
        this.source = source;
        this.tally = tally;
    }

    /** @param root client ID of the whole system, which is not an organisation and did not ask for consent */
    void tell(String root) {
        String other = "client_id <> '" + root.replace("'", "''") + "'";
        left(
                "Scopes",
                "scopes",
                "btrim(scopes) <> '' AND " + other,
                "consents: applications that move in ask for none, like those that an administrator creates; Keycloak"
                        + " cannot add a consent to an existing user");
        left(
                "Client",
                "parent_id",
                "parent_id IS NULL AND " + other,
                "organisations: a realm has one level; their applications move");
        left("Log", "id", "true", "log entries: keep a dump of the table");
        left(
                "User",
                "public_profile_claims_gravatar",
                "btrim(public_profile_claims_gravatar) <> ''",
                "people who show fields to everyone: the realm shows fields to applications only");
        left(
                "User",
                "profile_privacy",
                "NOT profile_privacy",
                "profiles without privacy (profile_privacy): people choose what applications see, and these choices"
                        + " move");
        left(
                "Provider",
                "avatar",
                "btrim(avatar) <> '' AND type IN ('GOOGLE', 'GITHUB', 'CUSTOM')",
                "icons of identity providers: the look of the realm has its own");
        left(
                "Provider",
                "client_id",
                "type IN ('GOOGLE', 'GITHUB', 'CUSTOM') AND " + other,
                "identity providers for one application or organisation: in Keycloak, each serves the whole realm");
        left(
                "Provider",
                "password_required",
                "password_required AND type IN ('GOOGLE', 'GITHUB', 'CUSTOM')",
                "rules that people also enter the password after an identity provider: in Keycloak, a flow decides"
                        + " this");
        left(
                "ClientInvitation",
                "client_id",
                "client_id IN (SELECT client_id FROM \"Client\" WHERE parent_id IS NULL)",
                "invitations to organisations or to the whole system: only applications can invite people");
        if (source.count("EmailTemplates", "action", "true") > 0) {
            tally.byHand("customised texts of mails (table EmailTemplates), in an e-mail theme");
        }
    }

    private void left(String table, String column, String condition, String what) {
        tally.left(what, source.count(table, column, condition));
    }
}
