package com.encvoy.keycloak.login.registration;

import java.util.Map;
import java.util.Optional;

import org.keycloak.authentication.FormContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.login.code.EmailCodeConfig;
import com.encvoy.keycloak.login.code.VerifyEmailAction;
import com.encvoy.keycloak.login.flow.Identifier;
import com.encvoy.keycloak.login.identifier.UserSearch;
import com.encvoy.keycloak.mail.Mail;

/**
 * Handles a registration with an e-mail address that already has an account. The visitor does not learn this and sees
 * the page that asks for a code, while the owner of the address is notified by e-mail.
 */
final class EmailInUse {

    private EmailInUse() {}

    /** If addresses are not verified, there is no code page that could look the same. */
    static boolean isConcealed(KeycloakSession session, RealmModel realm) {
        return VerifyEmailAction.isPossible(session, realm);
    }

    static void notifyOwner(FormContext context, String email) {
        KeycloakSession session = context.getSession();
        context.getEvent().clone().detail(Details.EMAIL, email).error(Errors.EMAIL_IN_USE);
        UserSearch people = new UserSearch(session, context.getRealm());
        Optional<UserModel> owner = people.byEmail(Identifier.of(email))
                .filter(user -> user.getEmail() != null
                        && new RateLimit(
                                        session,
                                        "mail.address_taken",
                                        user.getEmail(),
                                        EmailCodeConfig.MAILS_PER_HOUR.defaultValue(),
                                        RateLimit.HOUR)
                                .tryConsume());
        people.settle();
        if (owner.isPresent()) {
            Map<String, Object> shown = Map.of(
                    "application",
                    Application.of(context.getAuthenticationSession().getClient())
                            .title());
            new Mail(
                            "address-taken",
                            owner.get().getEmail(),
                            session.getContext().resolveLocale(owner.get()),
                            shown)
                    .send(
                            session,
                            context.getEvent()
                                    .clone()
                                    .event(EventType.SEND_VERIFY_EMAIL)
                                    .user(owner.get())
                                    .detail(Details.CONTEXT, "address_taken"));
        }
    }
}
