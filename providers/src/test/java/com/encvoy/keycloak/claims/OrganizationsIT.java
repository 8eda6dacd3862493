package com.encvoy.keycloak.claims;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's organizations at Encvoy's address. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizationsIT {

    private final TestServer server;
    private TestRealm realm;

    OrganizationsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeOrganization() {
        realm = TestRealm.copy(server, "organizations", copy -> copy.setOrganizationsEnabled(true));
        ReceivedClaims.register(realm);
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName("Engines");
        organization.setAlias("engines");
        organization.addDomain(new OrganizationDomainRepresentation("engines.example.com"));
        realm.admin().organizations().create(organization).close();
        String organizationId = realm.admin().organizations().list(0, 1).get(0).getId();
        realm.admin()
                .organizations()
                .get(organizationId)
                .members()
                .addMember(realm.person("ada"))
                .close();
    }

    @Test
    void theScopeTellsTheOrganizations() {
        enable(true);

        assertThat(ReceivedClaims.at(server, realm, "ada", "openid email organization")
                        .released())
                .allSatisfy(claims -> assertThat(organizations(claims)).containsExactly("engines"));
    }

    @Test
    void anAdministratorMayHaveAnotherScopeTellThem() {
        enable(true);
        whileTold(
                "email",
                () -> assertThat(ReceivedClaims.at(server, realm, "ada", "openid email")
                                .released())
                        .allSatisfy(claims -> assertThat(organizations(claims)).containsExactly("engines")));
    }

    @Test
    void aScopeThatTellsThemIsIgnoredWithoutOrganizationsAndNotRefused() {
        enable(false);
        whileTold("phone", () -> {
            ReceivedClaims learned = ReceivedClaims.at(server, realm, "ada", "openid phone");
            JsonNode refreshed = ReceivedClaims.refresh(
                    server, realm, learned.tokens().get("refresh_token").textValue(), "openid phone");

            assertThat(refreshed.get("scope").textValue().split(" "))
                    .contains("openid")
                    .doesNotContain("phone");
        });
    }

    @Test
    void withoutOrganizationsTheScopeIsIgnored() {
        enable(false);

        ReceivedClaims learned = ReceivedClaims.at(server, realm, "ada", "openid email organization");

        assertThat(learned.released()).allSatisfy(claims -> {
            assertThat(claims.has("organization")).isFalse();
            assertThat(claims.get("email").textValue()).isEqualTo("ada@example.com");
        });
    }

    /** Adds a mapper for organizations to a client scope. */
    private void whileTold(String scope, Runnable task) {
        String id = realm.admin().clientScopes().findAll().stream()
                .filter(candidate -> candidate.getName().equals(scope))
                .map(ClientScopeRepresentation::getId)
                .findFirst()
                .orElseThrow();
        ProtocolMappersResource mappers = realm.admin().clientScopes().get(id).getProtocolMappers();
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("organizations");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-organization-membership-mapper");
        mapper.setConfig(Map.of(
                "id.token.claim",
                "true",
                "userinfo.token.claim",
                "true",
                "access.token.claim",
                "true",
                "claim.name",
                "organization",
                "jsonType.label",
                "String",
                "multivalued",
                "true"));
        mappers.createMapper(mapper).close();
        try {
            task.run();
        } finally {
            mappers.getMappers().stream()
                    .filter(added -> added.getName().equals("organizations"))
                    .forEach(added -> mappers.delete(added.getId()));
        }
    }

    private void enable(boolean organizations) {
        RealmRepresentation representation = realm.admin().toRepresentation();
        representation.setOrganizationsEnabled(organizations);
        realm.admin().update(representation);
    }

    private static List<String> organizations(JsonNode claims) {
        return claims.path("organization").isArray()
                ? claims.get("organization")
                        .valueStream()
                        .map(JsonNode::textValue)
                        .toList()
                : List.of();
    }
}
