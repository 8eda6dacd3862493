package com.encvoy.keycloak.login.gate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.DeletionMark;
import com.encvoy.keycloak.application.RealmName;
import com.encvoy.keycloak.deletion.AccountDeletion;
import com.encvoy.keycloak.ending.AccessDenied;
import com.encvoy.keycloak.login.flow.AccountSwitch;
import com.encvoy.keycloak.login.flow.BaseRequiredAction;

/**
 * Asks people whose account is to be deleted whether they want it back (Encvoy ID's screen <em>Recover account</em>).
 * They do not get any further without it.
 */
final class RestoreAccountAction extends BaseRequiredAction {

    static final RestoreAccountAction INSTANCE = new RestoreAccountAction();

    private static final String PAGE = "encvoy-restore-account.ftl";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        DeletionMark.complete(context.getUser());
        if (DeletionMark.isOn(context.getUser())) {
            login.addRequiredAction(DeletionMark.ACTION);
        } else {
            login.removeRequiredAction(DeletionMark.ACTION);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (DeletionMark.isOn(context.getUser())) {
            context.challenge(page(context, false));
        } else {
            context.success();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        String choice = context.getHttpRequest().getDecodedFormParameters().getFirst(AccountSwitch.CHOICE);
        if ("leave".equals(choice)) {
            leave(context);
        } else if ("restore".equals(choice) && new AccountDeletion(context.getSession(), context.getUser()).restore()) {
            context.success();
        } else {
            requiredActionChallenge(context);
        }
    }

    /** Nothing changes, and the person is not signed in. */
    private static void leave(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        AccessDenied.fire(
                context.getEvent(), login.getClient(), context.getUser(), AccessDecision.TO_BE_DELETED.reason(), null);
        Response page = page(context, true);
        new AuthenticationSessionManager(context.getSession())
                .removeAuthenticationSession(login.getRealm(), login, true);
        context.challenge(page);
    }

    private static Response page(RequiredActionContext context, boolean left) {
        UserModel user = context.getUser();
        RealmModel realm = context.getRealm();
        Locale language = context.getSession().getContext().resolveLocale(user);
        Map<String, Object> shown = new HashMap<>();
        shown.put("left", left);
        shown.put("service", RealmName.of(realm));
        shown.put("account", user.getEmail() == null ? user.getUsername() : user.getEmail());
        DeletionMark.day(user).ifPresent(day -> shown.put("until", text(day, language)));
        return context.form().setAttribute("encvoyRestore", shown).createForm(PAGE);
    }

    private static String text(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }
}
