package com.encvoy.keycloak.api.members;

import java.util.Optional;

import jakarta.ws.rs.WebApplicationException;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.Parameter;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.Members;

/** The people that a caller may name: members, and for administrators everyone. */
final class People {

    private final KeycloakSession session;
    private final ClientModel client;
    private final boolean whole;

    People(KeycloakSession session, ApiCaller caller, ClientModel client) {
        this.session = session;
        this.client = client;
        this.whole = caller.permissions().seesPeopleWhole();
    }

    Optional<Member> member(String id) {
        return Parameter.isStorable(id) ? new Members(session, client, whole).withId(id) : Optional.empty();
    }

    /** @throws WebApplicationException 404 for others than members, unless an administrator asks */
    UserModel anyone(String id) {
        return member(id)
                .map(Member::user)
                .or(() -> whole && Parameter.isStorable(id)
                        ? Optional.ofNullable(session.users().getUserById(client.getRealm(), id))
                        : Optional.empty())
                .orElseThrow(People::notFound);
    }

    static WebApplicationException notFound() {
        return ApiError.notFound("Member not found.");
    }
}
