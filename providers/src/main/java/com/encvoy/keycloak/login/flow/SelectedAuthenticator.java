package com.encvoy.keycloak.login.flow;

import java.util.List;

import jakarta.ws.rs.HttpMethod;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.AuthenticationSelectionOption;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/**
 * Keeps the authentication method a user has selected when the page is displayed again, for example in another
 * language. Keycloak's flow would fall back to the first method.
 */
public final class SelectedAuthenticator {

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;
    private final AuthenticationExecutionModel execution;
    private final String shown;

    public SelectedAuthenticator(AuthenticationFlowContext context) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.execution = context.getExecution();
        this.shown = login.getAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION);
    }

    /** Whether the page requested again belongs to a different method. */
    public boolean isOtherExecution() {
        return isShownAgain()
                && !shown.equals(execution.getId())
                && alternatives().stream()
                        .anyMatch(alternative -> alternative.getId().equals(shown));
    }

    /** Offers the alternatives again that were skipped in favour of this method. */
    public void reofferAlternatives() {
        if (isShownAgain() && shown.equals(execution.getId())) {
            List<AuthenticationExecutionModel> alternatives = alternatives();
            alternatives.stream()
                    .map(AuthenticationExecutionModel::getId)
                    .filter(id -> login.getExecutionStatus().get(id) == ExecutionStatus.ATTEMPTED)
                    .forEach(id -> login.setExecutionStatus(id, ExecutionStatus.CHALLENGED));
            context.setAuthenticationSelections(alternatives.stream()
                    .map(alternative -> new AuthenticationSelectionOption(context.getSession(), alternative))
                    .toList());
        }
    }

    private boolean isShownAgain() {
        return shown != null
                && execution.isAlternative()
                && HttpMethod.GET.equals(context.getHttpRequest().getHttpMethod());
    }

    private List<AuthenticationExecutionModel> alternatives() {
        return context.getRealm()
                .getAuthenticationExecutionsStream(execution.getParentFlow())
                .filter(sibling -> sibling.isAlternative() && !sibling.isAuthenticatorFlow())
                .toList();
    }
}
