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
 * The identifiers that a registration asks for.
 *
 * @param session of the request
 * @param username that was typed; the address where the realm has no other user names
 * @param email that was typed
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

    /** Whether Keycloak says with it that the address has an account. */
    boolean isAboutTakenAddress(FormMessage message) {
        return Messages.EMAIL_EXISTS.equals(message.getMessage())
                || (isUsernameTheAddress() && Messages.USERNAME_EXISTS.equals(message.getMessage()));
    }

    /**
     * The messages to be shown. A user name that looks like what belongs to another person is refused with the same
     * words whether there is such a person or not.
     *
     * @param hidden messages that are not shown
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
