package com.encvoy.keycloak.login.code;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.ValidationException;

import com.encvoy.keycloak.ending.AccessDenied;
import com.encvoy.keycloak.login.code.IssuedCodes.Verdict;
import com.encvoy.keycloak.login.flow.UserStorage;

/** The pages of {@link UpdateEmailByCode}: the one for the address, the one for the code, and the change. */
final class EmailChange {

    /** Field of Keycloak's form. */
    private static final String END_SESSIONS = "logout-sessions";

    private final RequiredActionContext context;
    private final AuthenticationSessionModel login;
    private final UserModel user;
    private final MultivaluedMap<String, String> form;
    private final NewAddress address;

    EmailChange(RequiredActionContext context) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.user = context.getUser();
        MultivaluedMap<String, String> sent = context.getHttpRequest().getDecodedFormParameters();
        this.form = sent == null ? new MultivaluedHashMap<>() : sent;
        this.address = new NewAddress(login);
    }

    /** The page that is due. The page before may have asked a person without an address for one. */
    void ask() {
        String typed = typed();
        if (address.pending().isPresent()) {
            askForCode();
        } else if (typed != null && address.hasToBeProven(context, typed)) {
            propose(typed);
        } else {
            askForAddress(typed, List.of());
        }
    }

    /** Handles the form that a page has sent. */
    void answer() {
        String typed = typed();
        if (typed != null) {
            propose(typed);
        } else if (address.pending().isEmpty() || address.isCorrected(context.getHttpRequest())) {
            String pending = address.pending().orElse(null);
            address.forget();
            askForAddress(pending, List.of());
        } else {
            prove();
        }
    }

    private void propose(String typed) {
        boolean endsSessions = "on".equals(form.getFirst(END_SESSIONS));
        if (!address.hasToBeProven(context, typed)) {
            address.forget();
            change(typed, endsSessions, false);
            return;
        }
        List<ValidationException.Error> problems = NewAddress.problems(context.getSession(), user, typed);
        if (problems.isEmpty()) {
            // This action takes precedence, as in Keycloak.
            user.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
            address.remember(typed, endsSessions);
            askForCode();
        } else {
            address.forget();
            askForAddress(typed, problems);
        }
    }

    private void prove() {
        CodeChallenge challenge = address.challenge(context);
        String code = form.getFirst(CodeChallenge.FIELD);
        if (form.containsKey(CodeChallenge.RESEND)) {
            context.challenge(challenge.page(address.form(context), challenge.send(context.getEvent())));
            return;
        }
        if (code == null || code.isBlank()) {
            context.challenge(challenge.page(address.form(context), "encvoyCodeMissing"));
            return;
        }
        Verdict verdict = challenge.check(code);
        if (verdict == Verdict.RIGHT) {
            String proven = address.pending().orElseThrow();
            boolean endsSessions = address.endsSessions();
            address.forget();
            change(proven, endsSessions, true);
            return;
        }
        failed().error(verdict == Verdict.EXPIRED ? Errors.EXPIRED_CODE : Errors.INVALID_USER_CREDENTIALS);
        context.challenge(challenge.page(address.form(context), verdict.message()));
    }

    /** @param proven whether the code that was sent there was entered */
    private void change(String email, boolean endsSessions, boolean proven) {
        UserProfile profile;
        try {
            profile = UpdateEmail.validateEmailUpdate(context.getSession(), user, email);
        } catch (ValidationException e) {
            if (proven) {
                failed().detail(Details.EMAIL, email).error(Errors.EMAIL_IN_USE);
            }
            askForAddress(email, e.getErrors());
            return;
        }
        boolean accepted = UserStorage.write(user, person -> {
            UpdateEmail.updateEmailNow(context.getEvent(), person, profile);
            if (proven) {
                person.setEmailVerified(true);
            }
        });
        if (!accepted) {
            context.challenge(AccessDenied.page(context, AccessDenied.READ_ONLY));
            return;
        }
        if (proven) {
            context.getEvent().detail(Details.CREDENTIAL_TYPE, CodeRecipient.CREDENTIAL_TYPE);
            user.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
            login.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
            login.removeRequiredAction(VerifyEmailActionFactory.PROVIDER_ID);
        }
        if (endsSessions) {
            AuthenticatorUtil.logoutOtherSessions(context);
        }
        context.success();
    }

    private EventBuilder failed() {
        return context.getEvent()
                .clone()
                .event(EventType.UPDATE_EMAIL)
                .detail(Details.CREDENTIAL_TYPE, CodeRecipient.CREDENTIAL_TYPE);
    }

    /** What was typed as an address; null if the form has no such field. */
    private String typed() {
        String typed = form.getFirst(UserModel.EMAIL);
        return typed == null ? null : typed.strip().toLowerCase(Locale.ROOT);
    }

    private void askForCode() {
        CodeChallenge challenge = address.challenge(context);
        context.challenge(challenge.page(address.form(context), challenge.sendFirst(context.getEvent())));
    }

    /** Keycloak's page. */
    private void askForAddress(String shown, List<ValidationException.Error> problems) {
        LoginFormsProvider page = context.form();
        if (shown != null) {
            MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
            fields.putSingle(UserModel.EMAIL, shown);
            page.setFormData(fields);
        }
        if (!problems.isEmpty()) {
            page.setErrors(Validation.getFormErrorsFromValidation(problems));
        }
        Response response = page.createResponse(RequiredAction.UPDATE_EMAIL);
        context.challenge(response);
    }
}
