package com.encvoy.keycloak.movein.mapping;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.movein.source.Person;

import static org.assertj.core.api.Assertions.assertThat;

class MembershipMappingTest {

    private final Encvoy encvoy = new Encvoy(Map.of());

    @Test
    void rolesComeAlongAndThatOfTheSystemIsAsked() {
        Person person = encvoy.person(
                42,
                "{'login':'arthur'}",
                List.of(),
                List.of(
                        Encvoy.json("{'client_id':'wiki','role':'owner'}"),
                        Encvoy.json("{'client_id':'gone','role':'OWNER'}"),
                        Encvoy.json("{'client_id':'root','role':'EDITOR'}")));

        assertThat(encvoy.move(person).orElseThrow().roles())
                .containsExactly(Map.entry("wiki", "OWNER"), Map.entry("realm-management", "realm-admin"));
        assertThat(encvoy.decisions.open()).containsOnlyKeys("person/42/administrator");
    }

    @Test
    void linkedAccountsFindTheirProvider() {
        Person person = encvoy.person(
                42,
                "{'login':'arthur'}",
                List.of(
                        Encvoy.json("{'type':'GITHUB','sub':'7','label':'octo','public':1}"),
                        Encvoy.json("{'type':'CUSTOM','sub':'8','issuer':'https://idp.example/'}"),
                        Encvoy.json("{'type':'CUSTOM','sub':'9','issuer':'https://gone.example'}"),
                        Encvoy.json("{'type':'EMAIL','sub':'a@b'}")),
                List.of());

        MovedPerson moved = encvoy.move(person).orElseThrow();

        assertThat(moved.links())
                .extracting(link -> link.alias() + " " + link.id() + " " + link.name())
                .containsExactly("github 7 octo", "custom-2 8 8");
        assertThat(moved.fields()).containsEntry("public_external_accounts", "github");
        assertThat(encvoy.decisions.open()).containsOnlyKeys("accounts/CUSTOM/https://gone.example");
    }
}
