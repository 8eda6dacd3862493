package com.encvoy.keycloak.login.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.login.code.IssuedCodes.Verdict;
import com.encvoy.keycloak.mail.MailServer;

/** Sends a code by e-mail and asks for it, in the same way whether or not there is a recipient. */
final class CodeChallenge {

    static final String FIELD = "code";
    static final String RESEND = "resend";

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final EmailCodeConfig config;
    private final CodePurpose purpose;
    private final CodeRecipient recipient;
    private final boolean showsAddress;
    private final IssuedCodes codes;
    private final CodeRateLimit quota;
    private final MailServer mailServer;

    /**
     * @param step the codes belong to
     * @param showsAddress whether the page may show the address a code was sent to, which is only the case for
     *     authenticated users
     */
    CodeChallenge(
            KeycloakSession session,
            AuthenticationSessionModel login,
            String step,
            EmailCodeConfig config,
            CodePurpose purpose,
            CodeRecipient recipient,
            boolean showsAddress) {
        this.session = session;
        this.login = login;
        this.config = config;
        this.purpose = purpose;
        this.recipient = recipient;
        this.showsAddress = showsAddress && recipient.canReceive();
        this.codes = new IssuedCodes(session, login, step, recipient.fingerprint(typed(login)), config);
        this.quota = new CodeRateLimit(session, config, purpose, recipient, typed(login));
        this.mailServer = new MailServer(session, login.getRealm());
    }

    /** Sends the first code. Sends no other one if the page is displayed again, for example in another language. */
    Optional<String> sendFirst(EventBuilder event) {
        return codes.current().isPresent() ? Optional.empty() : send(event);
    }

    /** @return the message with the reason if no code was sent */
    Optional<String> send(EventBuilder event) {
        if (codes.secondsUntilNext() > 0) {
            return Optional.of("encvoyCodeWait");
        }
        if (!codes.mayIssue()) {
            return Optional.of("encvoyCodeNoMore");
        }
        if (!mailServer.isReachable()) {
            EventBuilder failed = event.clone()
                    .event(purpose.event())
                    .detail(Details.CREDENTIAL_TYPE, CodeRecipient.CREDENTIAL_TYPE)
                    .detail(Details.CONTEXT, purpose.context());
            if (recipient.user() != null) {
                failed.user(recipient.user());
            }
            failed.error(Errors.EMAIL_SEND_FAILED);
            return Optional.of("encvoyCodeNotSent");
        }
        if (!quota.admitSource()) {
            return Optional.of("encvoyCodeTooMany");
        }
        Optional<EmailCode.NewCode> draw = codes.issue();
        if (draw.isEmpty()) {
            return Optional.of("encvoyCodeWait");
        }
        if (!recipient.send(session, login.getClient(), purpose, draw.get().digits(), config, quota, event)) {
            codes.invalidate();
        }
        return Optional.empty();
    }

    Verdict check(String typed) {
        // Brute-force detection alone is not sufficient: recovery stays available to users locked out by someone else's
        // guesses, and any number of logins can be started.
        List<RateLimit> attempt = quota.attempt();
        boolean genuine = recipient.canReceive() && !attempt.isEmpty();
        Verdict verdict = codes.check(typed, genuine);
        if (verdict != Verdict.WRONG && verdict != Verdict.EXHAUSTED) {
            attempt.forEach(RateLimit::giveBack);
        }
        return verdict;
    }

    private static String typed(AuthenticationSessionModel login) {
        return login.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
    }

    /** @param error message about the submitted code; null if there is none */
    Response page(LoginFormsProvider form, String error) {
        if (error != null) {
            form.addError(new FormMessage(FIELD, error));
        }
        return show(form);
    }

    /** @param problem message about sending; empty if no problem is known */
    Response page(LoginFormsProvider form, Optional<String> problem) {
        problem.or(() -> mailServer.hasJustFailed() ? Optional.of("encvoyCodeNotSent") : Optional.empty())
                .ifPresent(message -> form.setError(message, codes.secondsUntilNext()));
        return show(form);
    }

    private Response show(LoginFormsProvider form) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("length", config.length());
        shown.put("minutes", config.lifetimeMinutes());
        shown.put("sent", codes.current().isPresent());
        shown.put("wait", codes.secondsUntilNext());
        shown.put("further", codes.mayIssue());
        shown.put("purpose", purpose.context());
        shown.put("identifier", typed(login));
        if (showsAddress) {
            shown.put("address", masked(recipient.address()));
        }
        return form.setAttribute("encvoyCode", shown).createForm("encvoy-email-code.ftl");
    }

    /**
     * Masks an address in Encvoy's format: {@code t***s@example.com}. Of names with one or two letters only the first
     * is shown.
     */
    static String masked(String email) {
        int at = email.lastIndexOf('@');
        String name = at < 0 ? email : email.substring(0, at);
        String last = name.length() > 2 ? name.substring(name.length() - 1) : "";
        return (name.isEmpty() ? "" : name.substring(0, 1)) + "***" + last + (at < 0 ? "" : email.substring(at));
    }
}
