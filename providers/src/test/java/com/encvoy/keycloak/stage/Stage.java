package com.encvoy.keycloak.stage;

import java.util.stream.Stream;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.ClientData;
import org.keycloak.protocol.LoginProtocol;

import com.encvoy.keycloak.access.AccessDecision;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

/** A step of the login to an application, with all that Keycloak hands to it. */
public final class Stage {

    public final RequestSession session = RequestSession.open();
    public final RealmModel realm = session.realm;
    public final NotedLogin login = NotedLogin.begin();
    public final ClientModel client = Stub.of(ClientModel.class);
    public final EventBuilder event = Stub.builder(EventBuilder.class);
    public final AuthenticationExecutionModel step = new AuthenticationExecutionModel();
    public final AuthenticationFlowContext context = Stub.of(AuthenticationFlowContext.class);

    public Stage() {
        when(client.getId()).thenReturn("client-id");
        when(client.getClientId()).thenReturn("sentry");
        when(client.getRealm()).thenReturn(realm);
        when(login.getRealm()).thenReturn(realm);
        when(login.getClient()).thenReturn(client);
        when(login.getTabId()).thenReturn("tab");
        LoginProtocol protocol = Stub.of(LoginProtocol.class);
        when(protocol.getClientData(login)).thenReturn(new ClientData());
        when(session.getProvider(LoginProtocol.class, "openid-connect")).thenReturn(protocol);
        when(login.getProtocol()).thenReturn("openid-connect");
        when(event.getEvent()).thenReturn(new Event());
        step.setId("step-id");
        step.setAuthenticator("encvoy-test");
        step.setParentFlow("forms");
        when(context.getSession()).thenReturn(session);
        when(context.getRealm()).thenReturn(realm);
        when(context.getAuthenticationSession()).thenReturn(login);
        when(context.getEvent()).thenReturn(event);
        when(context.newEvent()).thenReturn(event);
        when(context.getExecution()).thenReturn(step);
        when(context.getHttpRequest()).thenReturn(session.request);
        when(realm.getRegistrationFlow()).thenReturn(flow("registration"));
        when(realm.getResetCredentialsFlow()).thenReturn(flow("recovery"));
        isIn("browser");
        doAnswer(call -> {
                    isSignedIn(call.getArgument(0));
                    return null;
                })
                .when(context)
                .setUser(any());
    }

    private static AuthenticationFlowModel flow(String id) {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setId(id);
        return flow;
    }

    /** Which flow the step is in: {@code browser}, {@code registration} or {@code recovery}. */
    public void isIn(String flow) {
        when(context.getTopLevelFlow()).thenReturn(flow(flow));
    }

    public void isSignedIn(UserModel user) {
        when(context.getUser()).thenReturn(user);
        when(login.getAuthenticatedUser()).thenReturn(user);
    }

    /** Has the realm know a person by id, user name and address. */
    public UserModel person(String name) {
        UserModel user = Person.named(name);
        when(session.users().getUserById(realm, name + "-id")).thenReturn(user);
        when(session.users().getUserByUsername(realm, name)).thenReturn(user);
        when(session.users().getUserByEmail(realm, name + "@example.com")).thenReturn(user);
        return user;
    }

    /** Has the realm ask for access to its applications. */
    public void guardApplications() {
        RequiredActionProviderModel gate = new RequiredActionProviderModel();
        gate.setEnabled(true);
        when(realm.getRequiredActionProviderByAlias(AccessDecision.GATE)).thenReturn(gate);
    }

    /** Blocks a person in an application. */
    public static void block(UserModel user, String clientId) {
        when(user.getAttributeStream(AccessDecision.BLOCKED_ATTRIBUTE)).thenAnswer(call -> Stream.of(clientId));
    }
}
