package com.encvoy.keycloak.login.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.userprofile.validator.DuplicateEmailValidator;
import org.keycloak.userprofile.validator.EmailExistsAsUsernameValidator;

import com.encvoy.keycloak.login.flow.PendingRegistration;
import com.encvoy.keycloak.login.flow.ProviderConfig;
import com.encvoy.keycloak.mail.MailServer;

/** The address that a person wants to have, kept in this login alone until the code that was sent to it is entered. */
final class NewAddress {

    private static final String ADDRESS = "encvoy.new_address";
    private static final String ENDS_SESSIONS = "encvoy.new_address.ends_sessions";

    /** They look for another account, which must be revealed only after the proof. */
    private static final Set<String> OF_OTHERS = Set.of(DuplicateEmailValidator.ID, EmailExistsAsUsernameValidator.ID);

    private final AuthenticationSessionModel login;

    NewAddress(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** Whether the realm's user profile forbids the user another address. */
    static boolean isReadOnly(KeycloakSession session, UserModel user) {
        return profile(session, user, user.getEmail()).isReadOnly(UserModel.EMAIL);
    }

    /** What is wrong with an address, whether or not another account has it. */
    static List<ValidationException.Error> problems(KeycloakSession session, UserModel user, String address) {
        Attributes profile = profile(session, user, address);
        AttributeMetadata email = profile.getMetadata(UserModel.EMAIL);
        AttributeContext typed = new AttributeContext(
                UserProfileContext.UPDATE_EMAIL,
                session,
                Map.entry(UserModel.EMAIL, List.of(address)),
                user,
                email,
                profile);
        return email.getValidators().stream()
                .filter(validator -> !OF_OTHERS.contains(validator.getValidatorId()))
                .flatMap(validator -> validator.validate(typed).getErrors().stream())
                .map(ValidationException.Error::new)
                .toList();
    }

    private static Attributes profile(KeycloakSession session, UserModel user, String address) {
        return session.getProvider(UserProfileProvider.class)
                .create(
                        UserProfileContext.UPDATE_EMAIL,
                        Map.of(
                                UserModel.USERNAME,
                                List.of(user.getUsername()),
                                UserModel.EMAIL,
                                address == null ? List.of() : List.of(address)),
                        user)
                .getAttributes();
    }

    Optional<String> pending() {
        return Optional.ofNullable(login.getAuthNote(ADDRESS));
    }

    boolean endsSessions() {
        return login.getAuthNote(ENDS_SESSIONS) != null;
    }

    /** @param endsSessions whether the user's other sessions end with the change */
    void remember(String address, boolean endsSessions) {
        login.setAuthNote(ADDRESS, address);
        if (endsSessions) {
            login.setAuthNote(ENDS_SESSIONS, "true");
        } else {
            login.removeAuthNote(ENDS_SESSIONS);
        }
    }

    void forget() {
        login.removeAuthNote(ADDRESS);
        login.removeAuthNote(ENDS_SESSIONS);
    }

    /** Whether the person chose to type another one. */
    boolean isCorrected(HttpRequest request) {
        return PendingRegistration.isCorrected(request);
    }

    /** Whether an address is accepted with a code only. One that is the user's and was proven needs no other proof. */
    boolean hasToBeProven(RequiredActionContext context, String address) {
        UserModel user = context.getUser();
        RequiredActionConfigModel config = context.getConfig();
        boolean wanted = context.getRealm().isVerifyEmail()
                || (config != null
                        && Boolean.parseBoolean(config.getConfigValue(UpdateEmail.CONFIG_VERIFY_EMAIL, "false")));
        return wanted
                && !address.isBlank()
                && !(address.equals(user.getEmail()) && user.isEmailVerified())
                && new MailServer(context.getSession(), context.getRealm()).isConfigured();
    }

    CodeChallenge challenge(RequiredActionContext context) {
        return new CodeChallenge(
                context.getSession(),
                login,
                UserModel.RequiredAction.UPDATE_EMAIL.name(),
                EmailCodeConfig.from(ProviderConfig.of(context)),
                CodePurpose.EMAIL_CHANGE,
                new CodeRecipient(context.getUser(), true, pending().orElseThrow()),
                false);
    }

    /** The page that asks for the code, with the address as it was typed and the way to another one. */
    LoginFormsProvider form(RequiredActionContext context) {
        return context.form()
                .setAttribute("encvoyRegistrationAddress", pending().orElseThrow());
    }
}
