package com.encvoy.keycloak.api.applications;

import java.net.URI;

import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.JsonBody;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ProfileRules;

/** The members of a body that are an application's profile. */
final class ProfileBody {

    static final String[] MEMBERS = {
        ProfileRules.NAME,
        ProfileRules.DESCRIPTION,
        ProfileRules.DOMAIN,
        ProfileRules.REDIRECT_URIS,
        ProfileRules.POST_LOGOUT_REDIRECT_URIS,
        ClientKind.MEMBER
    };

    private ProfileBody() {}

    /**
     * The profile after a change.
     *
     * @param current keeps what the body does not name
     * @param method how the application authenticates now
     * @throws jakarta.ws.rs.WebApplicationException 400 if a member has the wrong type
     */
    static ApplicationProfile changed(JsonBody body, ApplicationProfile current, String method) {
        return new ApplicationProfile(
                text(body, ProfileRules.NAME, current.name()),
                text(body, ProfileRules.DESCRIPTION, current.description()),
                domain(body, current),
                body.has(ProfileRules.REDIRECT_URIS) ? body.texts(ProfileRules.REDIRECT_URIS) : current.redirectUris(),
                body.has(ProfileRules.POST_LOGOUT_REDIRECT_URIS)
                        ? body.texts(ProfileRules.POST_LOGOUT_REDIRECT_URIS)
                        : current.postLogoutRedirectUris(),
                isPublic(body, current, method));
    }

    private static String text(JsonBody body, String member, String current) {
        return body.has(member) ? body.text(member) : current;
    }

    private static URI domain(JsonBody body, ApplicationProfile current) {
        return body.has(ProfileRules.DOMAIN)
                ? ApplicationProfile.address(body.text(ProfileRules.DOMAIN))
                : current.domain();
    }

    private static boolean isPublic(JsonBody body, ApplicationProfile current, String method) {
        if (!body.has(ClientKind.MEMBER)) {
            return current.publicClient();
        }
        String wanted = body.requiredText(ClientKind.MEMBER);
        if (wanted.equals(method)) {
            return current.publicClient();
        }
        boolean chosen = wanted.equals(ClientKind.PUBLIC);
        if (!chosen && !wanted.equals(ClientKind.WITH_SECRET)) {
            throw ApiError.badRequest(
                    ClientKind.MEMBER,
                    ClientKind.MEMBER + " must be " + ClientKind.PUBLIC + " or " + ClientKind.WITH_SECRET + ".");
        }
        return chosen;
    }
}
