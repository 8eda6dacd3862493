package com.encvoy.keycloak.login.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.FormContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

import com.encvoy.keycloak.login.flow.Identifier;
import com.encvoy.keycloak.login.identifier.UserSearch;
import com.encvoy.keycloak.login.identifier.UsernameRule;

/**
 * The identifiers submitted in a registration.
 *
 * @param session of the request
 * @param username that was submitted, or the address in realms that use the address as user name
 * @param email that was submitted
 */
record RegistrationNames(KeycloakSession session, String username, String email) {

    static RegistrationNames of(FormContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String email = text(form.getFirst(UserModel.EMAIL));
        return new RegistrationNames(
                context.getSession(),
                context.getRealm().isRegistrationEmailAsUsername() ? email : text(form.getFirst(UserModel.USERNAME)),
                email);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    boolean isUsernameTheAddress() {
        return username.equalsIgnoreCase(email);
    }

    /** Whether the address is the user name of another account, which signs in with it. */
    boolean isAddressNameOfOther() {
        UserSearch people = new UserSearch(session, session.getContext().getRealm());
        boolean isName = !email.isEmpty() && people.byName(Identifier.of(email)).isPresent();
        people.settle();
        return isName;
    }

    /** Whether Keycloak's message reveals that the address has an account. */
    boolean isAboutTakenAddress(FormMessage message) {
        return Messages.EMAIL_EXISTS.equals(message.getMessage())
                || (isUsernameTheAddress() && Messages.USERNAME_EXISTS.equals(message.getMessage()));
    }

    /**
     * The messages to display. A user name that looks like another user's address or number is rejected with the same
     * message whether or not such a user exists.
     *
     * @param hidden messages not to be displayed
     */
    List<FormMessage> withProblem(List<FormMessage> messages, Predicate<FormMessage> hidden) {
        Optional<FormMessage> problem = username.isEmpty()
                ? Optional.empty()
                : UsernameRule.problem(session, username, email).map(text -> new FormMessage(UserModel.USERNAME, text));
        return Stream.concat(
                        problem.stream(),
                        messages.stream()
                                .filter(hidden.negate())
                                .filter(message -> problem.isEmpty() || !UserModel.USERNAME.equals(message.getField())))
                .toList();
    }
}
