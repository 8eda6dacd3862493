package com.encvoy.keycloak.membership;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.encvoy.keycloak.application.editing.Refusal;

/** Why a change to members, owners or invitations is refused. Never names the person. */
enum MemberRefusal {
    NOT_AN_APPLICATION("client_id", "This client is not an application with members."),
    NOT_A_MEMBER("user", "This person is not a member of the application."),
    ALREADY_MEMBER("email", "This person is already a member of the application."),
    ONLY_OWNERS("role", "Only an owner may change or appoint owners."),
    LAST_OWNER("role", "The application would have no owner left. Appoint another owner first."),
    NOT_YOURSELF("user", "You cannot block yourself."),
    NOT_PERMITTED("role", "You may not grant or withdraw this role."),
    COMPOSITE_ROLE("role", "The role contains other roles, so only an administrator may grant it."),
    INHERITED_ROLE("role", "The role comes from a group or from another role, where an administrator can withdraw it."),
    BLOCKED_BY_ADMINISTRATOR(
            "user", "An administrator has blocked this person, so only an administrator may lift the block."),
    READ_ONLY("user", "This account is kept in a directory that cannot be changed here."),
    BUSY("role", "The owners are being changed at this moment. Please try again."),
    INVITATION_CLOSED("invitation", "The invitation has expired or was declined."),
    NOT_INVITED("invitation", "The invitation is for another email address, or yours is not verified yet."),
    NOT_ADMITTED("invitation", "The application does not admit you at the moment. Ask who invited you."),
    NO_MAIL_SERVER("email", "The realm has no mail server."),
    TOO_MANY_MAILS("email", "This address has received too many mails. Please try again tomorrow."),
    NO_ADDRESSES("email", "Please enter at least one email address."),
    TOO_MANY_ADDRESSES("email", "Please enter at most " + InvitationRequest.MAX_EMAILS + " email addresses.");

    private final String field;
    private final String description;

    MemberRefusal(String field, String description) {
        this.field = field;
        this.description = description;
    }

    /** @return never empty; shaped for the use cases, which return empty if they succeed */
    Optional<Refusal> asRefusal() {
        return Optional.of(new Refusal(field, code(), parameters(), description));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private List<Object> parameters() {
        return this == TOO_MANY_ADDRESSES ? List.of(InvitationRequest.MAX_EMAILS) : List.of();
    }
}
