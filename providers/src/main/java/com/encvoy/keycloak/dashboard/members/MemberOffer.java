package com.encvoy.keycloak.dashboard.members;

import java.util.Set;
import java.util.TreeSet;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.Ownership;

/** The actions that the page of a member offers: none that are known to be refused. The use cases check again. */
final class MemberOffer {

    /** Beside the words of {@link MemberAction}. */
    private static final String ROLE = "role";

    private final Member member;
    private final boolean manages;
    private final boolean appointsOwners;
    private final boolean you;
    private final boolean lastOwner;

    MemberOffer(KeycloakSession session, ApplicationVisit visit, Member member) {
        this.member = member;
        this.manages = visit.permissions().mayManageMembers(visit.client());
        this.appointsOwners = visit.permissions().mayAppointOwners(visit.client());
        this.you = member.id().equals(visit.caller().user().getId());
        this.lastOwner = isOwner()
                && new Ownership(session)
                        .owners(visit.client()).stream()
                                .allMatch(owner -> owner.getId().equals(member.id()));
    }

    /** Whether the application would have no owner without this one. */
    boolean isLastOwner() {
        return lastOwner;
    }

    /** Whether this viewer manages members, but not this one, who is an owner. */
    boolean isForOwnersOnly() {
        return manages && isOwner() && !appointsOwners;
    }

    boolean isForViewing() {
        return !manages;
    }

    private boolean isOwner() {
        return member.role() == ApplicationRole.OWNER;
    }

    /** @return words of {@link MemberAction}, and {@value #ROLE} */
    Set<String> words() {
        Set<String> words = new TreeSet<>();
        if (!manages) {
            return words;
        }
        boolean isMember = member.role() != null;
        boolean changeable = !isForOwnersOnly();
        if (isMember) {
            words.add(MemberAction.SESSIONS.word());
        }
        if (isMember && changeable && !lastOwner) {
            words.add(ROLE);
            words.add(MemberAction.REMOVE.word());
        }
        if (member.blocked() && changeable) {
            words.add(MemberAction.UNBLOCK.word());
        } else if (isMember && changeable && !lastOwner && !you) {
            words.add(MemberAction.BLOCK.word());
        }
        return words;
    }
}
