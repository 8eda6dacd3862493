package com.encvoy.keycloak.login.identifier;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.util.TokenUtil;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.login.flow.AccountSwitch;
import com.encvoy.keycloak.login.flow.BaseAuthenticator;
import com.encvoy.keycloak.login.flow.SupersededLogin;

/**
 * Keycloak's cookie authenticator, which signs in silently, preceded by an account chooser if the request
 * ({@code prompt=select_account}) or the application ({@link Application#ALWAYS_CHOOSE_SESSION}) requires one.
 */
final class SessionChooserAuthenticator extends BaseAuthenticator {

    static final SessionChooserAuthenticator INSTANCE = new SessionChooserAuthenticator();

    private final CookieAuthenticator cookie = new CookieAuthenticator();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (!mustChoose(context)) {
            continueSession(context);
            return;
        }
        AuthResult signedIn = signedIn(context);
        if (signedIn == null) {
            context.attempted();
        } else {
            context.challenge(page(context, signedIn.user()));
        }
    }

    /** During step-up authentication a session waits on further pages, like a login after its first proof. */
    private void continueSession(AuthenticationFlowContext context) {
        cookie.authenticate(context);
        if (context.getUser() != null && context.getStatus() != FlowStatus.SUCCESS) {
            SupersededLogin.noteFirstProof(context.getAuthenticationSession(), context.getUser());
        }
    }

    static boolean mustChoose(AuthenticationFlowContext context) {
        String prompt = context.getAuthenticationSession().getClientNote(OAuth2Constants.PROMPT);
        return TokenUtil.hasPrompt(prompt, "select_account")
                || Application.of(context.getAuthenticationSession().getClient())
                        .alwaysChoosesSession();
    }

    private static AuthResult signedIn(AuthenticationFlowContext context) {
        return AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
    }

    static Response page(AuthenticationFlowContext context, UserModel user) {
        // Other methods would sign in another user in addition to the existing session. A separate button switches the
        // account.
        context.setAuthenticationSelections(List.of());
        List<String> names = Stream.of(user.getFirstName(), user.getLastName())
                .filter(StringUtil::isNotBlank)
                .toList();
        String name = names.isEmpty() ? user.getUsername() : String.join(" ", names);
        return context.form()
                .setAttribute(
                        "encvoyChooser",
                        Map.of(
                                "name",
                                name,
                                "initials",
                                initials(names.isEmpty() ? List.of(name) : names),
                                "detail",
                                user.getEmail() == null ? user.getUsername() : user.getEmail(),
                                "application",
                                Application.of(context.getAuthenticationSession()
                                                .getClient())
                                        .title()))
                .createForm("encvoy-session-chooser.ftl");
    }

    /** The first letter of each name; a letter may take two characters of Java. */
    private static String initials(List<String> names) {
        return names.stream()
                .map(name -> Character.toString(name.strip().codePointAt(0)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        AuthResult signedIn = signedIn(context);
        if (signedIn == null) {
            // The user has signed out meanwhile, for example in another tab.
            context.attempted();
            return;
        }
        String choice = context.getHttpRequest().getDecodedFormParameters().getFirst(AccountSwitch.CHOICE);
        if ("continue".equals(choice)) {
            continueSession(context);
        } else if (AccountSwitch.isChosen(context.getHttpRequest())) {
            context.forceChallenge(AccountSwitch.redirect(context));
        } else if ("sign-out".equals(choice)) {
            signOut(context, signedIn.session());
        } else {
            context.forceChallenge(page(context, signedIn.user()));
        }
    }

    private static void signOut(AuthenticationFlowContext context, UserSessionModel session) {
        context.newEvent()
                .event(EventType.LOGOUT)
                .client(context.getAuthenticationSession().getClient())
                .user(session.getUser())
                .session(session)
                .success();
        AuthenticationManager.backchannelLogout(
                context.getSession(),
                context.getRealm(),
                session,
                context.getUriInfo(),
                context.getConnection(),
                context.getHttpRequest().getHttpHeaders(),
                true);
        AuthenticationManager.expireIdentityCookie(context.getSession());
        context.forceChallenge(
                context.form().setUser(null).setInfo("encvoySignedOut").createInfoPage());
    }
}
