package com.encvoy.keycloak.application.editing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.keycloak.client.clienttype.ClientTypeException;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientRegisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.managers.ClientManager;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.application.registration.ApplicationAddress;
import com.encvoy.keycloak.application.registration.ApplicationTemplate;

/**
 * Creates applications, whose creator becomes their {@code OWNER}. The REST API and the dashboard check whether the
 * caller may create one at all. An application that a person creates asks for consent, and the number of such
 * applications is limited.
 */
public final class ClientCreation {

    /** Attribute: id of the person who made the application. Stored in realms, never to be renamed. */
    public static final String CREATED_BY = "encvoy.created_by";

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final KeycloakSession session;

    /**
     * The result.
     *
     * @param client with its secret; empty if it was refused
     * @param refusals empty if it was created
     */
    public record Result(Optional<ClientModel> client, List<Refusal> refusals) {

        private static Result refused(Refusal... refusals) {
            return new Result(Optional.empty(), List.of(refusals));
        }
    }

    public ClientCreation(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Creates the application of a product.
     *
     * @param address of the product
     * @param clientId letters, digits, {@code -} and {@code _}. Null for the template's, or for a random one where the
     *     caller is no administrator, who alone may choose
     */
    public Result create(Caller caller, ApplicationTemplate template, URI address, String clientId) {
        Optional<URI> known = address == null ? Optional.empty() : ApplicationAddress.parse(address.toString());
        if (known.isEmpty() || known.get().toString().length() > RedirectUri.MAX_LENGTH) {
            return Result.refused(Refusal.of(
                    "url",
                    "address",
                    "url must be the https address of the application, such as https://wiki.example.com."));
        }
        boolean chooses = new ApplicationPermissions(caller).createsWithoutLimit();
        if (clientId != null && !chooses) {
            return Result.refused(
                    Refusal.of("client_id", "client_id_not_chosen", "Only administrators may choose the client ID."));
        }
        String id = chooses ? (clientId == null ? template.id() : clientId) : NewClient.randomId();
        if (!CLIENT_ID.matcher(id).matches()) {
            return Result.refused(Refusal.of(
                    "client_id", "client_id", "client_id must consist of 1 to 100 letters, digits, - and _."));
        }
        if (!Turn.take(session, "application.client-id", caller.realm().getId() + '.' + id)) {
            return Result.refused(Turn.refusal());
        }
        if (caller.realm().getClientByClientId(id) != null) {
            return Result.refused(
                    Refusal.of("client_id", "client_id_taken", "There is already an application with this client ID."));
        }
        return create(caller, template.client(known.get(), id));
    }

    /** Creates another application, with a random client ID. */
    public Result create(Caller caller, ApplicationProfile profile) {
        List<Refusal> refusals = ProfileRules.refusals(profile);
        return refusals.isEmpty() ? create(caller, NewClient.of(profile)) : new Result(Optional.empty(), refusals);
    }

    private Result create(Caller caller, ClientRepresentation wanted) {
        if (!new ApplicationPermissions(caller).createsWithoutLimit()) {
            Optional<Refusal> tooMany = new ApplicationLimit(session, caller.realm()).refusal(caller.user());
            if (tooMany.isPresent()) {
                return Result.refused(tooMany.get());
            }
            wanted.setConsentRequired(true);
            wanted.getAttributes().put(CREATED_BY, caller.user().getId());
        }
        try {
            session.clientPolicy().triggerOnEvent(new AdminClientRegisterContext(wanted, caller.auth()));
            ClientModel client = ClientManager.createClient(session, caller.realm(), wanted);
            appoint(caller, client);
            announce(caller, client);
            Optional<Refusal> invalid = ClientUpdate.validate(session, client, true);
            if (invalid.isPresent()) {
                return Result.refused(invalid.get());
            }
            return registered(caller, client);
        } catch (ClientPolicyException e) {
            return Result.refused(ClientUpdate.refuse(session, e));
        } catch (ClientTypeException | ModelValidationException e) {
            return Result.refused(ClientUpdate.refuse(session, "keycloak", e.getMessage()));
        }
    }

    /** Keycloak's policies look at the client of the request, which is the new one while they do. */
    private Result registered(Caller caller, ClientModel client) throws ClientPolicyException {
        ClientModel ofRequest = session.getContext().getClient();
        session.getContext().setClient(client);
        try {
            session.clientPolicy().triggerOnEvent(new AdminClientRegisteredContext(client, caller.auth()));
        } finally {
            session.getContext().setClient(ofRequest);
        }
        return new Result(Optional.of(client), List.of());
    }

    private static void appoint(Caller caller, ClientModel client) {
        Stream.of(ApplicationRole.values()).forEach(role -> client.addRole(role.name()));
        caller.user().grantRole(client.getRole(ApplicationRole.OWNER.name()));
    }

    private static void announce(Caller caller, ClientModel client) {
        Map<String, Object> created = new LinkedHashMap<>();
        created.put("clientId", client.getClientId());
        created.put("name", client.getName());
        created.put("rootUrl", client.getRootUrl());
        created.put("redirectUris", client.getRedirectUris());
        created.put("consentRequired", client.isConsentRequired());
        caller.event()
                .operation(OperationType.CREATE)
                .resource(ResourceType.CLIENT)
                .resourcePath("clients", client.getId())
                .representation(created)
                .success();
    }
}
