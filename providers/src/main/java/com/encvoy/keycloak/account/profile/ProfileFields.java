package com.encvoy.keycloak.account.profile;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.forms.login.freemarker.model.AbstractUserProfileBean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.picture.PersonPicture;

/**
 * The fields of the realm's user profile that a person sees, in its order and groups, as on Keycloak's own pages.
 * Fields with a place of their own are left out: address, picture, language, and what applications may see.
 */
public final class ProfileFields extends AbstractUserProfileBean {

    private static final Set<String> ELSEWHERE = Set.of(
            UserModel.EMAIL,
            UserModel.LOCALE,
            PersonPicture.ATTRIBUTE,
            ReleasePolicy.ATTRIBUTE,
            "public_external_accounts");

    private final UserModel user;

    public ProfileFields(KeycloakSession session, UserModel user) {
        super(null);
        this.user = user;
        AccountScope.in(session, () -> {
            init(session, false);
            return this;
        });
    }

    public List<Attribute> shown() {
        return getAttributes().stream()
                .filter(field -> !ELSEWHERE.contains(field.getName()))
                .toList();
    }

    public List<Attribute> editable() {
        return shown().stream().filter(field -> !field.isReadOnly()).toList();
    }

    /** Whether the person may see an attribute, wherever it is shown. */
    public boolean mayView(String attribute) {
        return getAttributesByName().containsKey(attribute);
    }

    /** The values of a field; its default if it has none. */
    public List<String> values(String attribute) {
        return profile.getAttributes().get(attribute);
    }

    @Override
    protected UserProfile createUserProfile(UserProfileProvider provider) {
        return provider.create(UserProfileContext.ACCOUNT, user);
    }

    @Override
    protected Stream<String> getAttributeDefaultValues(String name) {
        return user.getAttributeStream(name);
    }

    @Override
    public String getContext() {
        return UserProfileContext.ACCOUNT.name();
    }
}
