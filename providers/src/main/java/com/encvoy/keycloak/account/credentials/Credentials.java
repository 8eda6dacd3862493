package com.encvoy.keycloak.account.credentials;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesCredentialData;
import org.keycloak.models.credential.dto.WebAuthnCredentialData;
import org.keycloak.representations.account.CredentialMetadataRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.Auth;
import org.keycloak.services.resources.account.AccountCredentialResource;
import org.keycloak.services.resources.account.AccountCredentialResource.CredentialContainer;
import org.keycloak.util.JsonSerialization;

/** The credentials of a person, and the kinds that could be set up: those of Keycloak's account console. */
public final class Credentials {

    private static final Logger LOG = Logger.getLogger(Credentials.class);

    private static final Set<String> KEYS =
            Set.of(WebAuthnCredentialModel.TYPE_TWOFACTOR, WebAuthnCredentialModel.TYPE_PASSWORDLESS);

    /** Types of which a person has at most one, so that they need no names. */
    private static final Set<String> SINGLE =
            Set.of(PasswordCredentialModel.TYPE, RecoveryAuthnCodesCredentialModel.TYPE);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public Credentials(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /**
     * In Keycloak's order.
     *
     * @throws jakarta.ws.rs.ForbiddenException unless the person has one of Keycloak's roles for that
     */
    public List<CredentialKind> kinds() {
        LastUses uses = LastUses.of(session, realm, user);
        return containers()
                .map(container -> new CredentialKind(
                        container.getType(),
                        container.getDisplayName(),
                        action(container),
                        container.isRemoveable(),
                        container.getUserCredentialMetadatas().stream()
                                .map(CredentialMetadataRepresentation::getCredential)
                                .map(credential -> own(container.getType(), credential, uses))
                                .toList()))
                .toList();
    }

    /** The kind of a type; empty for one that the person cannot use. */
    public Optional<CredentialKind> kind(String type) {
        return kinds().stream().filter(kind -> kind.type().equals(type)).findFirst();
    }

    /** The kind of the credential of this id; empty for one that the person does not have. */
    public Optional<CredentialKind> kindOf(String id) {
        return kinds().stream()
                .filter(kind -> kind.own().stream()
                        .anyMatch(credential -> credential.id().equals(id)))
                .findFirst();
    }

    private Stream<CredentialContainer> containers() {
        Auth auth = AccountAuth.of(realm, user);
        return auth == null
                ? Stream.empty()
                // Reading fires no event.
                : new AccountCredentialResource(session, user, auth, null).credentialTypes(null, true);
    }

    private Optional<String> action(CredentialContainer container) {
        if (container.getType().equals(PasswordCredentialModel.TYPE)
                && Directory.of(realm, user).isReadOnly()) {
            return Optional.empty();
        }
        return Stream.of(container.getUpdateAction(), container.getCreateAction())
                .filter(action -> action != null)
                .findFirst();
    }

    static OwnCredential own(String type, CredentialRepresentation credential, LastUses uses) {
        boolean elsewhere =
                credential.getFederationLink() != null || credential.getId().equals(type + "-id");
        return new OwnCredential(
                credential.getId(),
                credential.getUserLabel() == null ? "" : credential.getUserLabel(),
                Optional.ofNullable(credential.getCreatedDate())
                        .filter(created -> created > 0)
                        .map(Instant::ofEpochMilli),
                lastUsed(type, credential, uses),
                elsewhere,
                !elsewhere && !SINGLE.contains(type),
                codesLeft(type, credential));
    }

    private static Optional<Instant> lastUsed(String type, CredentialRepresentation credential, LastUses uses) {
        if (SINGLE.contains(type)) {
            // What was used before is gone.
            return uses.ofType(type)
                    .filter(time ->
                            credential.getCreatedDate() == null || time.toEpochMilli() >= credential.getCreatedDate());
        }
        return KEYS.contains(type)
                ? data(credential, WebAuthnCredentialData.class)
                        .map(WebAuthnCredentialData::getCredentialId)
                        .map(Base64.getMimeDecoder()::decode)
                        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                        .flatMap(uses::ofKey)
                : uses.ofId(credential.getId());
    }

    private static Optional<Integer> codesLeft(String type, CredentialRepresentation credential) {
        return type.equals(RecoveryAuthnCodesCredentialModel.TYPE)
                ? data(credential, RecoveryAuthnCodesCredentialData.class)
                        .map(RecoveryAuthnCodesCredentialData::getRemainingCodes)
                : Optional.empty();
    }

    /** What Keycloak keeps of a credential beside its secret. */
    private static <T> Optional<T> data(CredentialRepresentation credential, Class<T> type) {
        try {
            return credential.getCredentialData() == null
                    ? Optional.empty()
                    : Optional.of(JsonSerialization.readValue(credential.getCredentialData(), type));
        } catch (IOException e) {
            LOG.debugf(e, "The data of the credential %s cannot be read", credential.getId());
            return Optional.empty();
        }
    }
}
