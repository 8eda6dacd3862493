package com.encvoy.keycloak.movein;

import com.encvoy.keycloak.movein.mapping.Tally;
import com.encvoy.keycloak.movein.source.EncvoyDatabase;

/** What an Encvoy ID has that nothing is made of, counted in its database. */
final class Remains {

    private final EncvoyDatabase source;
    private final Tally tally;

    Remains(EncvoyDatabase source, Tally tally) {
        this.source = source;
        this.tally = tally;
    }

    /** @param root client ID of the whole system, which is no organisation and asked for no consent */
    void tell(String root) {
        String other = "client_id <> '" + root.replace("'", "''") + "'";
        left(
                "Scopes",
                "scopes",
                "btrim(scopes) <> '' AND " + other,
                "consents: an application that moves in asks for none, as one that an administrator creates; Keycloak"
                        + " cannot give a consent to a person who is there");
        left(
                "Client",
                "parent_id",
                "parent_id IS NULL AND " + other,
                "organisations: a realm has one level; their applications move");
        left("Log", "id", "true", "entries of the log: keep a dump of its table");
        left(
                "User",
                "public_profile_claims_gravatar",
                "btrim(public_profile_claims_gravatar) <> ''",
                "what people show to everybody: the realm shows people to applications alone");
        left(
                "User",
                "profile_privacy",
                "NOT profile_privacy",
                "profiles without privacy (profile_privacy): what each application sees is the person's choice, which"
                        + " moves");
        left(
                "Provider",
                "avatar",
                "btrim(avatar) <> '' AND type IN ('GOOGLE', 'GITHUB', 'CUSTOM')",
                "icons of identity providers: the look of the realm has its own");
        left(
                "Provider",
                "client_id",
                "type IN ('GOOGLE', 'GITHUB', 'CUSTOM') AND " + other,
                "rules that an identity provider is there for one application or organisation only: it is there for"
                        + " the whole realm");
        left(
                "Provider",
                "password_required",
                "password_required AND type IN ('GOOGLE', 'GITHUB', 'CUSTOM')",
                "rules that the password is asked for beside an identity provider: a flow of Keycloak says so");
        left(
                "ClientInvitation",
                "client_id",
                "client_id IN (SELECT client_id FROM \"Client\" WHERE parent_id IS NULL)",
                "invitations to organisations or to the whole system: applications alone invite");
        if (source.count("EmailTemplates", "action", "true") > 0) {
            tally.byHand("texts of mails that were changed (table EmailTemplates), in an e-mail theme");
        }
    }

    private void left(String table, String column, String condition, String what) {
        tally.left(what, source.count(table, column, condition));
    }
}
