package com.encvoy.keycloak.application.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ParConfig;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.Restriction;
import com.encvoy.keycloak.application.registration.RegistrationRemedy.Kind;

/** Checks whether the client may sign people in at all, and authenticates in a way that the product supports. */
final class SignInRules {

    /** Products that use PKCE, or can be configured to. */
    private static final Set<ApplicationTemplate> WITH_PKCE =
            Set.of(ApplicationTemplate.GRAFANA, ApplicationTemplate.NEXTCLOUD);

    private final ClientModel client;
    private final Optional<ExpectedClient> expected;
    private final List<RegistrationProblem> problems = new ArrayList<>();

    SignInRules(ClientModel client, Optional<ExpectedClient> expected) {
        this.client = client;
        this.expected = expected;
    }

    List<RegistrationProblem> problems() {
        if (!client.isEnabled()) {
            problems.add(RegistrationProblem.of(
                            "client_disabled",
                            "client",
                            "The client is disabled.",
                            "ask an administrator why, and enable it")
                    .fixedBy(RegistrationRemedy.of(Kind.ENABLE_CLIENT)));
        }
        if (!client.isStandardFlowEnabled()) {
            problems.add(RegistrationProblem.of(
                            "standard_flow_disabled",
                            "client",
                            "The client may not sign people in: its standard flow is off.",
                            "switch on 'Standard flow' of the client")
                    .fixedBy(RegistrationRemedy.of(Kind.ENABLE_STANDARD_FLOW)));
        }
        credentials();
        requirements();
        restrictions();
        fields();
        return problems;
    }

    private void credentials() {
        if (client.isPublicClient()) {
            if (expected.isPresent()) {
                problems.add(RegistrationProblem.of(
                        "public_client",
                        "client",
                        "The client is public, so every secret is accepted.",
                        "switch on 'Client authentication' of the client, and copy its secret"));
            }
        } else if (!ClientIdAndSecretAuthenticator.PROVIDER_ID.equals(client.getClientAuthenticatorType())) {
            if (expected.isPresent()) {
                String type = String.valueOf(client.getClientAuthenticatorType());
                problems.add(RegistrationProblem.of(
                        "secret_not_accepted",
                        "client",
                        "The client authenticates with " + type + ", not with its secret.",
                        "choose 'Client Id and Secret' on the tab Credentials of the client",
                        type));
            }
        } else if (StringUtil.isBlank(client.getSecret())) {
            problems.add(RegistrationProblem.of(
                    "secret_missing", "client", "The client has no secret.", "generate a new secret"));
        }
    }

    private void requirements() {
        // Encvoy ID's addresses refuse request objects.
        String requestObjects = client.getAttribute(OIDCConfigAttributes.REQUEST_OBJECT_REQUIRED);
        if (StringUtil.isNotBlank(requestObjects) && !requestObjects.equals("not required")) {
            unsupported("Request Object");
        }
        if (expected.isEmpty()) {
            return;
        }
        if (StringUtil.isNotBlank(client.getAttribute(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD))
                && !WITH_PKCE.contains(expected.get().template())) {
            unsupported("PKCE");
        }
        if (isOn(ParConfig.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS)) {
            unsupported("PAR");
        }
        if (isOn(OIDCConfigAttributes.DPOP_BOUND_ACCESS_TOKENS)) {
            unsupported("DPoP");
        }
        if (isOn(OIDCConfigAttributes.USE_MTLS_HOK_TOKEN)) {
            unsupported("mTLS");
        }
    }

    private boolean isOn(String attribute) {
        return Boolean.parseBoolean(client.getAttribute(attribute));
    }

    private void unsupported(String requirement) {
        problems.add(RegistrationProblem.of(
                "requirement_unsupported",
                "client",
                "The client requires " + requirement + ", which the application does not support.",
                "switch the requirement off in the settings of the client",
                requirement));
    }

    private void restrictions() {
        Application application = Application.of(client);
        Stream.of(
                        application.authorizesOnlyAdmins() == Restriction.UNREADABLE
                                ? "encvoy.authorize_only_admins"
                                : "",
                        application.authorizesOnlyEmployees() == Restriction.UNREADABLE
                                ? "encvoy.authorize_only_employees"
                                : "")
                .filter(key -> !key.isEmpty())
                .forEach(key -> problems.add(RegistrationProblem.of(
                        "restriction_unreadable",
                        "client",
                        key + " is neither true nor false, so people cannot sign in.",
                        "set it to true or false",
                        key)));
    }

    private void fields() {
        Set<String> missing =
                new TreeSet<>(expected.map(ExpectedClient::requiredFields).orElse(Set.of()));
        missing.removeAll(Application.of(client).requiredFields());
        if (!missing.isEmpty()) {
            String names = String.join(" ", missing);
            problems.add(RegistrationProblem.of(
                            "required_fields_missing",
                            "fields",
                            "The application needs " + names + ", but people may lack it or keep it private.",
                            "add it to encvoy.required_fields, so that people are asked when they sign in",
                            names)
                    .fixedBy(new RegistrationRemedy(Kind.REQUIRE_FIELDS, names)));
        }
    }
}
