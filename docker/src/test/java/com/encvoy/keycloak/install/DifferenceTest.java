package com.encvoy.keycloak.install;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.install.thing.Canonical;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTest {

    @Test
    void eachDifferingMemberHasALine() throws Exception {
        assertThat(Difference.lines(
                        json("{'a':1,'b':{'c':'x'},'l':['p'],'s':[{'n':1}]}"),
                        json("{'a':1,'b':{'c':'y','d':true},'l':['p','q'],'s':[{'n':2}]}"),
                        "written"))
                .containsExactly(
                        "b.c: realm x, written y",
                        "b.d: realm nothing, written true",
                        "l: realm [\"p\"], written [\"p\",\"q\"]",
                        "s[0].n: realm 1, written 2");
    }

    @Test
    void secretsAreNotShownAndLongTextsAreCut() throws Exception {
        assertThat(Difference.lines(
                        json("{'secret.key':'abc','text':'" + "x".repeat(500) + "'}"), json("{}"), "realm file"))
                .allMatch(line -> line.length() < 200)
                .noneMatch(line -> line.contains("abc"));
    }

    private static JsonNode json(String text) throws Exception {
        return Canonical.JSON.readTree(text.replace('\'', '"'));
    }
}
